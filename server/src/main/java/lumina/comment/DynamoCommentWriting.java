package lumina.comment;

import static lumina.storage.dynamo.Dynamo.n;
import static lumina.storage.dynamo.Dynamo.s;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lumina.comment.CommentStore.CommentRow;
import lumina.comment.CommentStore.NewComment;
import lumina.http.problem.Problem;
import lumina.id.SortKey;
import lumina.id.TimeOrderedId;
import lumina.photo.detail.DynamoPhoto;
import lumina.photo.detail.PhotoRevisions;
import lumina.storage.CloudBackend;
import lumina.storage.dynamo.Dynamo;
import lumina.storage.dynamo.DynamoConditionFailed;
import lumina.storage.dynamo.DynamoFields;
import lumina.storage.dynamo.DynamoKey;
import lumina.storage.dynamo.DynamoTables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// Writes comments into DynamoDB, each in one transaction with the count and the newest comment in
/// the item of its photo, and with the item for its client id.
@Component
@CloudBackend
class DynamoCommentWriting {
  private static final int PATIENCE = 50;
  private static final int COMMENT = 0;
  private static final String IS_NEW = "attribute_not_exists(PK)";

  private final Dynamo dynamo;
  private final DynamoTables tables;
  private final PhotoRevisions revisions;
  private final Clock clock;

  DynamoCommentWriting(Dynamo dynamo, DynamoTables tables, PhotoRevisions revisions, Clock clock) {
    this.dynamo = dynamo;
    this.tables = tables;
    this.revisions = revisions;
    this.clock = clock;
  }

  Optional<CommentRow> add(NewComment comment) {
    try {
      return addBehindTheNewest(comment);
    } finally {
      revisions.changed(comment.photoId());
    }
  }

  private Optional<CommentRow> addBehindTheNewest(NewComment comment) {
    for (int tries = 0; tries < PATIENCE; tries++) {
      Optional<Map<String, AttributeValue>> photo = photo(comment.photoId());
      if (photo.isEmpty()) {
        return Optional.empty();
      }
      long latest = new DynamoFields(photo.get()).number("last_comment_at");
      long now = SortKey.behind(latest, clock.millis());
      String commentId = TimeOrderedId.at(now);
      try {
        dynamo.transact(letter(comment, commentId, now));
        return read(DynamoComment.key(comment.photoId(), now, commentId));
      } catch (DynamoConditionFailed somebodyWasFirst) {
        Optional<CommentRow> first = called(comment);
        if (first.isPresent()) {
          return first;
        }
        // Retry with the newest comment of now.
      }
    }
    throw tooMany();
  }

  private Optional<CommentRow> read(DynamoKey key) {
    return dynamo.get(tables.comments(), key).map(DynamoComment::read);
  }

  /// The comment, or what is left of it, that has this client id.
  private Optional<CommentRow> called(NewComment comment) {
    return comment.clientId() == null
        ? Optional.empty()
        : dynamo
            .get(
                tables.comments(),
                DynamoComment.called(comment.photoId(), comment.userId(), comment.clientId()))
            .flatMap(
                it ->
                    new DynamoFields(it).flag("deleted")
                        ? Optional.of(DynamoComment.read(it))
                        : read(
                            new DynamoKey(
                                DynamoPhoto.partition(comment.photoId()),
                                Dynamo.text(it, "comment_key"))));
  }

  private List<TransactWriteItem> letter(NewComment comment, String commentId, long now) {
    List<TransactWriteItem> all = new ArrayList<>();
    CommentRow row = comment.row(commentId, now);
    all.add(put(DynamoComment.item(row, comment.username()), IS_NEW));
    all.add(announce(comment, commentId, now));
    if (comment.clientId() != null) {
      Map<String, AttributeValue> called =
          new HashMap<>(
              DynamoComment.called(comment.photoId(), comment.userId(), comment.clientId())
                  .attributes());
      called.put("comment_key", s(DynamoComment.key(row).sk()));
      all.add(put(called, IS_NEW));
    }
    return all;
  }

  private TransactWriteItem put(Map<String, AttributeValue> item, @Nullable String condition) {
    return TransactWriteItem.builder()
        .put(put -> put.tableName(tables.comments()).item(item).conditionExpression(condition))
        .build();
  }

  private static Problem tooMany() {
    return new Problem.Unavailable(
        "too_busy", "Many people are saying something here right now. Please try again.");
  }

  private Optional<Map<String, AttributeValue>> photo(String photoId) {
    return dynamo.get(tables.photos(), DynamoPhoto.meta(photoId)).filter(DynamoPhoto::isThere);
  }

  private TransactWriteItem announce(NewComment comment, String commentId, long now) {
    Map<String, AttributeValue> remark =
        DynamoComment.remark(commentId, comment.userId(), comment.text(), now);
    return TransactWriteItem.builder()
        .update(
            update ->
                update
                    .tableName(tables.photos())
                    .key(DynamoPhoto.meta(comment.photoId()).attributes())
                    .updateExpression(
                        "SET latest_comment = :comment, last_comment_at = :now ADD comment_count :one")
                    .conditionExpression(
                        DynamoPhoto.IS_THERE
                            + " AND (attribute_not_exists(last_comment_at) OR last_comment_at < :now)")
                    .expressionAttributeValues(
                        Map.of(
                            ":comment",
                            AttributeValue.fromM(remark),
                            ":now",
                            n(now),
                            ":one",
                            n(1))))
        .build();
  }

  void remove(CommentRow comment) {
    try {
      takeOut(comment);
    } finally {
      revisions.changed(comment.photoId());
    }
  }

  void forget(CommentRow comment) {
    if (!comment.deleted()) {
      remove(comment);
    }
    if (comment.clientId() != null) {
      DynamoKey called =
          DynamoComment.called(comment.photoId(), comment.userId(), comment.clientId());
      dynamo.batchDelete(tables.comments(), List.of(called));
    }
  }

  private void takeOut(CommentRow comment) {
    for (int tries = 0; tries < PATIENCE; tries++) {
      Optional<Map<String, AttributeValue>> photo = photo(comment.photoId());
      if (photo.isEmpty()) {
        dynamo.batchDelete(tables.comments(), List.of(DynamoComment.key(comment)));
        return;
      }
      try {
        dynamo.transact(removal(comment, photo.get()));
        return;
      } catch (DynamoConditionFailed failed) {
        if (failed.at(COMMENT)) {
          return; // another request deleted it first
        }
      }
    }
    throw tooMany();
  }

  private List<TransactWriteItem> removal(CommentRow comment, Map<String, AttributeValue> photo) {
    List<TransactWriteItem> all = new ArrayList<>();
    all.add(delete(DynamoComment.key(comment)));
    all.add(takeBack(comment, photo));
    if (comment.clientId() != null) {
      all.add(put(DynamoComment.remains(comment, comment.clientId()), null));
    }
    return all;
  }

  private TransactWriteItem delete(DynamoKey key) {
    return TransactWriteItem.builder()
        .delete(
            delete ->
                delete
                    .tableName(tables.comments())
                    .key(key.attributes())
                    .conditionExpression("attribute_exists(PK)"))
        .build();
  }

  /// If the deleted comment was the newest one, the one before it takes its place on the photo.
  private TransactWriteItem takeBack(CommentRow comment, Map<String, AttributeValue> photo) {
    Map<String, AttributeValue> values = new HashMap<>(Map.of(":less", n(-1)));
    String change = "ADD comment_count :less";
    String unchanged = "";
    Optional<String> newest =
        new DynamoFields(photo).fields("latest_comment").flatMap(it -> it.text("comment_id", "id"));
    if (newest.isPresent()) {
      values.put(":newest", s(newest.get()));
      unchanged = " AND latest_comment.comment_id = :newest";
    }
    if (newest.isPresent() && newest.get().equals(comment.commentId())) {
      List<CommentRow> before = justBefore(comment, 1);
      if (before.isEmpty()) {
        change += " REMOVE latest_comment";
      } else {
        change += " SET latest_comment = :before";
        values.put(":before", AttributeValue.fromM(remark(before.getFirst())));
      }
    }
    String changes = change;
    String condition = DynamoPhoto.IS_THERE + unchanged;
    return TransactWriteItem.builder()
        .update(
            update ->
                update
                    .tableName(tables.photos())
                    .key(DynamoPhoto.meta(comment.photoId()).attributes())
                    .updateExpression(changes)
                    .conditionExpression(condition)
                    .expressionAttributeValues(values))
        .build();
  }

  private static Map<String, AttributeValue> remark(CommentRow said) {
    return DynamoComment.remark(said.commentId(), said.userId(), said.text(), said.createdAt());
  }

  /// Latest first.
  List<CommentRow> justBefore(CommentRow comment, int rows) {
    return dynamo
        .query(
            query ->
                query
                    .tableName(tables.comments())
                    .keyConditionExpression("PK = :photo AND SK BETWEEN :first AND :comment")
                    .expressionAttributeValues(
                        Map.of(
                            ":photo", s(DynamoPhoto.partition(comment.photoId())),
                            ":first", s("COMMENT#"),
                            ":comment", s("COMMENT#" + comment.createdAt())))
                    .scanIndexForward(false)
                    .limit(rows)
                    .consistentRead(true))
        .items()
        .stream()
        .map(DynamoComment::read)
        .toList();
  }
}
