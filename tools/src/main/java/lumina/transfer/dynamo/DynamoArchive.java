package lumina.transfer.dynamo;

import java.util.List;
import java.util.Optional;
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
  private static final DynamoMapping COMMENT =
      new DynamoTypeMapping<>(
          CommentRow.class,
          DynamoComment::read,
          (comment, author) -> List.of(DynamoComment.item(comment, author)));

  private static final DynamoMapping LIKE =
      new DynamoTypeMapping<>(
          Like.class, DynamoLike::read, (like, author) -> List.of(DynamoLike.item(like)));

  private static final DynamoMapping MESSAGE =
      new DynamoTypeMapping<>(Message.class, DynamoMessage::read, DynamoMessage::items);

  @Override
  public Optional<Records> records(Entity kind) {
    return switch (kind) {
      case COMMENTS -> records(kind, tables.comments(), "COMMENT#", COMMENT);
      case LIKES -> records(kind, tables.photos(), "LIKE#", LIKE);
      case PHOTO_DETAILS ->
          records(kind, tables.photos(), "META", new DynamoPhotoMapping(stores, photos));
      case MESSAGES -> records(kind, tables.messages(), "MSG#", MESSAGE);
      case CONVERSATIONS ->
          records(kind, tables.messages(), "CONV#", new DynamoConversationMapping());
      default -> Optional.empty();
    };
  }

  private Optional<Records> records(
      Entity kind, String table, String prefix, DynamoMapping mapping) {
    return Optional.of(new DynamoRecords(kind, table, prefix, mapping, stores));
  }
}
