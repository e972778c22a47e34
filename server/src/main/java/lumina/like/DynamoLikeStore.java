package lumina.like;

import static lumina.storage.dynamo.Dynamo.n;
import static lumina.storage.dynamo.Dynamo.s;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import lumina.photo.detail.DynamoPhoto;
import lumina.photo.detail.PhotoRevisions;
import lumina.storage.CloudBackend;
import lumina.storage.dynamo.Dynamo;
import lumina.storage.dynamo.DynamoConditionFailed;
import lumina.storage.dynamo.DynamoFields;
import lumina.storage.dynamo.DynamoKey;
import lumina.storage.dynamo.DynamoTables;
import org.springframework.stereotype.Repository;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// Stores likes in DynamoDB: one item each, written in one transaction with the count on the photo.
/// The count may be higher than the number of items: the old application counted likes without
/// storing whose they were.
@Repository
@CloudBackend
class DynamoLikeStore implements LikeStore {
  private static final int LIKE = 0;
  private static final int PHOTO = 1;

  /// The number of items to read at once when some are filtered out.
  private static final int BATCH_SIZE = 1_000;

  private final Dynamo dynamo;
  private final DynamoTables tables;
  private final PhotoRevisions revisions;
  private final Clock clock;

  DynamoLikeStore(Dynamo dynamo, DynamoTables tables, PhotoRevisions revisions, Clock clock) {
    this.dynamo = dynamo;
    this.tables = tables;
    this.revisions = revisions;
    this.clock = clock;
  }

  @Override
  public boolean add(String photoId, long userId) {
    try {
      dynamo.transact(List.of(put(like(photoId, userId)), count(photoId, 1)));
      return true;
    } catch (DynamoConditionFailed likedOrGone) {
      return false;
    } finally {
      revisions.changed(photoId);
    }
  }

  private TransactWriteItem put(Like like) {
    return TransactWriteItem.builder()
        .put(
            put ->
                put.tableName(tables.photos())
                    .item(DynamoLike.item(like))
                    .conditionExpression("attribute_not_exists(PK)"))
        .build();
  }

  private Like like(String photoId, long userId) {
    long now = clock.millis();
    return new Like(LikeStore.sortKey(now, photoId, userId), photoId, userId, now);
  }

  private TransactWriteItem count(String photoId, int change) {
    return TransactWriteItem.builder()
        .update(
            update ->
                update
                    .tableName(tables.photos())
                    .key(DynamoPhoto.meta(photoId).attributes())
                    .updateExpression("ADD likes :change")
                    .conditionExpression(DynamoPhoto.IS_THERE)
                    .expressionAttributeValues(Map.of(":change", n(change))))
        .build();
  }

  @Override
  public boolean remove(String photoId, long userId) {
    DynamoKey key = DynamoPhoto.like(photoId, userId);
    try {
      dynamo.transact(List.of(delete(key), count(photoId, -1)));
      return true;
    } catch (DynamoConditionFailed failed) {
      if (failed.at(PHOTO) && !failed.at(LIKE)) {
        dynamo.batchDelete(tables.photos(), List.of(key)); // its photo was deleted
      }
      return false;
    } finally {
      revisions.changed(photoId);
    }
  }

  private TransactWriteItem delete(DynamoKey like) {
    return TransactWriteItem.builder()
        .delete(
            delete ->
                delete
                    .tableName(tables.photos())
                    .key(like.attributes())
                    .conditionExpression("attribute_exists(PK)"))
        .build();
  }

  @Override
  public void reassign(Like like, long userId) {
    Like theirs = new Like(like.sortKey(), like.photoId(), userId, like.likedAt());
    DynamoKey before = DynamoPhoto.like(like.photoId(), like.userId());
    try {
      dynamo.transact(List.of(put(theirs), delete(before)));
    } catch (DynamoConditionFailed likedOrGone) {
      remove(like.photoId(), like.userId());
    } finally {
      revisions.changed(like.photoId());
    }
  }

  @Override
  public boolean likes(String photoId, long userId) {
    return dynamo.get(tables.photos(), DynamoPhoto.like(photoId, userId)).isPresent();
  }

  @Override
  public long count(String photoId) {
    return dynamo
        .get(tables.photos(), DynamoPhoto.meta(photoId))
        .map(item -> new DynamoFields(item).number("likes"))
        .orElse(0L);
  }

  @Override
  public List<Like> of(String photoId, long before, int rows, Set<Long> except) {
    return all(
            "likes_by_photo",
            "liked_photo",
            s(photoId),
            before,
            except.isEmpty() ? rows : BATCH_SIZE)
        .filter(like -> !except.contains(like.userId()))
        .limit(rows)
        .toList();
  }

  @Override
  public List<Like> by(long userId, long before, int rows) {
    return all("likes_by_person", "liker_id", n(userId), before, rows).limit(rows).toList();
  }

  private Stream<Like> all(
      String index, String key, AttributeValue value, long before, int atOnce) {
    return dynamo
        .queryAll(
            query ->
                query
                    .tableName(tables.photos())
                    .indexName(index)
                    .keyConditionExpression(key + " = :value AND like_order < :before")
                    .expressionAttributeValues(Map.of(":value", value, ":before", n(before)))
                    .scanIndexForward(false)
                    .limit(atOnce))
        .map(DynamoLike::read);
  }
}
