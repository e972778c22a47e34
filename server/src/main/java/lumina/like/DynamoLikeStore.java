package lumina.like;

import static lumina.storage.dynamo.Dynamo.n;
import static lumina.storage.dynamo.Dynamo.s;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lumina.http.problem.Problem;
import lumina.photo.detail.DynamoPhoto;
import lumina.photo.detail.PhotoRevisions;
import lumina.storage.CloudBackend;
import lumina.storage.dynamo.Dynamo;
import lumina.storage.dynamo.DynamoConditionFailed;
import lumina.storage.dynamo.DynamoKey;
import lumina.storage.dynamo.DynamoTables;
import lumina.text.Reaction;
import lumina.text.ReactionCounts;
import org.jspecify.annotations.Nullable;
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
  private static final int PATIENCE = 50;

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
  public boolean add(String photoId, long userId, Reaction reaction) {
    try {
      dynamo.transact(
          List.of(put(like(photoId, userId, reaction)), count(photoId, null, reaction)));
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

  private Like like(String photoId, long userId, Reaction reaction) {
    long now = clock.millis();
    return new Like(LikeStore.sortKey(now, photoId, userId), photoId, userId, now, reaction);
  }

  /// @param before null if they did not like it
  /// @param after null if they like it no more
  private TransactWriteItem count(
      String photoId, @Nullable Reaction before, @Nullable Reaction after) {
    Map<String, Long> changes = DynamoLike.changes(before, after);
    Map<String, AttributeValue> values = new HashMap<>();
    changes.forEach((name, change) -> values.put(":" + name, n(change)));
    String additions =
        changes.keySet().stream()
            .map("%1$s :%1$s"::formatted)
            .collect(Collectors.joining(", ", "ADD ", ""));
    return TransactWriteItem.builder()
        .update(
            update ->
                update
                    .tableName(tables.photos())
                    .key(DynamoPhoto.meta(photoId).attributes())
                    .updateExpression(additions)
                    .conditionExpression(DynamoPhoto.IS_THERE)
                    .expressionAttributeValues(values))
        .build();
  }

  @Override
  public boolean change(String photoId, long userId, Reaction reaction) {
    return replace(photoId, userId, reaction);
  }

  @Override
  public boolean remove(String photoId, long userId) {
    return replace(photoId, userId, null);
  }

  /// The counts depend on the reaction before, so it is read first, again if it changes meanwhile.
  private boolean replace(String photoId, long userId, @Nullable Reaction after) {
    DynamoKey like = DynamoPhoto.like(photoId, userId);
    try {
      for (int tries = 0; tries < PATIENCE; tries++) {
        Reaction before = reaction(photoId, userId).orElse(null);
        if (before == null || before == after) {
          return false;
        }
        try {
          dynamo.transact(
              List.of(
                  after == null ? delete(like, before) : set(like, before, after),
                  count(photoId, before, after)));
          return true;
        } catch (DynamoConditionFailed failed) {
          if (!failed.at(LIKE)) {
            dynamo.batchDelete(tables.photos(), List.of(like)); // its photo was deleted
            return false;
          }
        }
      }
    } finally {
      revisions.changed(photoId);
    }
    throw new Problem.Unavailable("too_busy", "Too much changes here at once. Please try again.");
  }

  private TransactWriteItem delete(DynamoKey like, Reaction before) {
    return TransactWriteItem.builder()
        .delete(
            delete ->
                delete
                    .tableName(tables.photos())
                    .key(like.attributes())
                    .conditionExpression(DynamoLike.is(before))
                    .expressionAttributeValues(DynamoLike.values(before, null)))
        .build();
  }

  private TransactWriteItem set(DynamoKey like, Reaction before, Reaction after) {
    return TransactWriteItem.builder()
        .update(
            update ->
                update
                    .tableName(tables.photos())
                    .key(like.attributes())
                    .updateExpression(
                        after == Reaction.HEART ? "REMOVE reaction" : "SET reaction = :after")
                    .conditionExpression(DynamoLike.is(before))
                    .expressionAttributeValues(DynamoLike.values(before, after)))
        .build();
  }

  @Override
  public void reassign(Like like, long userId) {
    DynamoKey before = DynamoPhoto.like(like.photoId(), like.userId());
    try {
      dynamo.transact(List.of(put(like.of(userId)), delete(before, like.reaction())));
    } catch (DynamoConditionFailed likedOrGone) {
      remove(like.photoId(), like.userId());
    } finally {
      revisions.changed(like.photoId());
    }
  }

  @Override
  public Optional<Like> find(String photoId, long userId) {
    return dynamo.get(tables.photos(), DynamoPhoto.like(photoId, userId)).map(DynamoLike::read);
  }

  @Override
  public ReactionCounts count(String photoId) {
    return dynamo
        .get(tables.photos(), DynamoPhoto.meta(photoId))
        .map(DynamoPhoto::reactions)
        .orElse(ReactionCounts.NONE);
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
