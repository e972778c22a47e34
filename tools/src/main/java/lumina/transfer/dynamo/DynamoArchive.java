package lumina.transfer.dynamo;

import java.util.List;
import lumina.comment.CommentStore.CommentRow;
import lumina.comment.DynamoComment;
import lumina.like.DynamoLike;
import lumina.like.LikeStore.Like;
import lumina.message.DynamoMessage;
import lumina.message.Message;
import lumina.photo.detail.PhotoItems;
import lumina.storage.CloudBackend;
import lumina.storage.dynamo.DynamoTables;
import lumina.transfer.Archive;
import lumina.transfer.Entity;
import lumina.transfer.Records;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.stereotype.Component;

/// The records in DynamoDB.
@Component
@ConditionalOnNotWebApplication
@CloudBackend
record DynamoArchive(DynamoTables tables, DynamoStores stores, PhotoItems photos)
    implements Archive {
  @Override
  public List<Records> records() {
    return List.of(comments(), likes(), photoDetails(), messages(), conversations());
  }

  private Records comments() {
    DynamoMapping mapping =
        new DynamoTypeMapping<>(
            CommentRow.class,
            DynamoComment::read,
            (comment, author) -> List.of(DynamoComment.item(comment, author)));
    return new DynamoRecords(Entity.COMMENTS, tables.comments(), "COMMENT#", mapping, stores);
  }

  private Records likes() {
    DynamoMapping mapping =
        new DynamoTypeMapping<>(
            Like.class, DynamoLike::read, (like, author) -> List.of(DynamoLike.item(like)));
    return new DynamoRecords(Entity.LIKES, tables.photos(), "LIKE#", mapping, stores);
  }

  private Records photoDetails() {
    DynamoMapping mapping = new DynamoPhotoMapping(stores, photos);
    return new DynamoRecords(Entity.PHOTO_DETAILS, tables.photos(), "META", mapping, stores);
  }

  private Records messages() {
    DynamoMapping mapping =
        new DynamoTypeMapping<>(Message.class, DynamoMessage::read, DynamoMessage::items);
    return new DynamoRecords(Entity.MESSAGES, tables.messages(), "MSG#", mapping, stores);
  }

  private Records conversations() {
    DynamoMapping mapping = new DynamoConversationMapping();
    return new DynamoRecords(Entity.CONVERSATIONS, tables.messages(), "CONV#", mapping, stores);
  }
}
