package lumina.comment;

import static lumina.storage.dynamo.Dynamo.n;
import static lumina.storage.dynamo.Dynamo.s;

import java.util.List;
import java.util.Map;
import lumina.comment.CommentStore.CommentRow;
import lumina.photo.detail.DynamoPhoto;
import lumina.photo.detail.PhotoRevisions;
import lumina.storage.CloudBackend;
import lumina.storage.dynamo.Dynamo;
import lumina.storage.dynamo.DynamoConditionFailed;
import lumina.storage.dynamo.DynamoTables;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// Changes the author of comments in DynamoDB: in the item of the photo if it is the newest
/// comment, then in its own item, by which an interrupted change finds it again.
@Component
@CloudBackend
class DynamoReassignment {
  private final Dynamo dynamo;
  private final DynamoTables tables;
  private final PhotoRevisions revisions;

  DynamoReassignment(Dynamo dynamo, DynamoTables tables, PhotoRevisions revisions) {
    this.dynamo = dynamo;
    this.tables = tables;
    this.revisions = revisions;
  }

  void reassign(CommentRow comment, long userId, String username) {
    try {
      tryTo(newest(comment, userId));
      tryTo(own(comment, userId, username));
    } finally {
      revisions.changed(comment.photoId());
    }
  }

  private void tryTo(TransactWriteItem change) {
    try {
      dynamo.transact(List.of(change));
    } catch (DynamoConditionFailed otherOrGone) {
      // it is not the newest comment, or was deleted
    }
  }

  private TransactWriteItem newest(CommentRow comment, long userId) {
    return TransactWriteItem.builder()
        .update(
            update ->
                update
                    .tableName(tables.photos())
                    .key(DynamoPhoto.meta(comment.photoId()).attributes())
                    .updateExpression("SET latest_comment.user_id = :user")
                    .conditionExpression("latest_comment.comment_id = :comment")
                    .expressionAttributeValues(
                        Map.of(":user", n(userId), ":comment", s(comment.commentId()))))
        .build();
  }

  private TransactWriteItem own(CommentRow comment, long userId, String username) {
    return TransactWriteItem.builder()
        .update(
            update ->
                update
                    .tableName(tables.comments())
                    .key(DynamoComment.key(comment).attributes())
                    .updateExpression("SET user_id = :user, username = :name")
                    .conditionExpression("attribute_exists(PK)")
                    .expressionAttributeValues(Map.of(":user", n(userId), ":name", s(username))))
        .build();
  }
}
