package lumina.comment;

import static lumina.backend.Dynamo.n;
import static lumina.backend.Dynamo.s;

import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lumina.backend.CloudBackend;
import lumina.backend.Dynamo;
import lumina.backend.DynamoConditionFailed;
import lumina.backend.DynamoFields;
import lumina.backend.DynamoTables;
import lumina.backend.TimeOrderedId;
import lumina.http.Problem;
import lumina.photo.DynamoPhoto;
import lumina.photo.PhotoRevisions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// Comments in DynamoDB: an item each, written in one transaction with the count and the newest
/// comment on the photo.
///
/// No two comments on a photo have the same time, so a cursor that holds one skips none.
@Repository
@CloudBackend
class DynamoCommentStore implements CommentStore {
  private static final int PATIENCE = 50;
  private static final int COMMENT = 0;

  private final Dynamo dynamo;
  private final DynamoTables tables;
  private final PhotoRevisions revisions;
  private final Clock clock;

  DynamoCommentStore(Dynamo dynamo, DynamoTables tables, PhotoRevisions revisions, Clock clock) {
    this.dynamo = dynamo;
    this.tables = tables;
    this.revisions = revisions;
    this.clock = clock;
  }

  @Override
  public List<Said> on(String photoId, long after, int rows) {
    String from = after == 0 ? "COMMENT#" : "COMMENT#" + TimeOrderedId.timeOf(after) + "#~";
    return dynamo
        .query(
            query ->
                query
                    .tableName(tables.comments())
                    .keyConditionExpression("PK = :photo AND SK BETWEEN :from AND :end")
                    .expressionAttributeValues(
                        Map.of(
                            ":photo", s(DynamoPhoto.partition(photoId)),
                            ":from", s(from),
                            ":end", s("COMMENT#~")))
                    .limit(rows)
                    .consistentRead(true))
        .items()
        .stream()
        .map(DynamoComment::read)
        .toList();
  }

  @Override
  public Optional<Said> find(String photoId, String commentId) {
    long madeAt = TimeOrderedId.millisOf(commentId);
    Optional<Said> found =
        madeAt < 0
            ? Optional.empty()
            : dynamo
                .get(tables.comments(), DynamoComment.key(photoId, madeAt, commentId))
                .map(DynamoComment::read);
    return found.isPresent() ? found : search(photoId, commentId);
  }

  /// An id that was made elsewhere does not say where its comment lies.
  private Optional<Said> search(String photoId, String commentId) {
    return dynamo
        .queryAll(
            query ->
                query
                    .tableName(tables.comments())
                    .keyConditionExpression("PK = :photo")
                    .filterExpression("comment_id = :comment OR id = :comment")
                    .expressionAttributeValues(
                        Map.of(
                            ":photo", s(DynamoPhoto.partition(photoId)),
                            ":comment", s(commentId))))
        .map(DynamoComment::read)
        .findFirst();
  }

  @Override
  public Optional<Said> add(NewComment comment) {
    try {
      return addBehindTheNewest(comment);
    } finally {
      revisions.changed(comment.photoId());
    }
  }

  private Optional<Said> addBehindTheNewest(NewComment comment) {
    for (int tries = 0; tries < PATIENCE; tries++) {
      Optional<Map<String, AttributeValue>> photo = photo(comment.photoId());
      if (photo.isEmpty()) {
        return Optional.empty();
      }
      long latest = new DynamoFields(photo.get()).number("last_comment_at");
      long now = Math.max(clock.millis(), latest + 1);
      String commentId = TimeOrderedId.at(now);
      try {
        dynamo.transact(List.of(put(comment, commentId, now), announce(comment, commentId, now)));
        return find(comment.photoId(), commentId);
      } catch (DynamoConditionFailed somebodyWasFirst) {
        // Look again what the newest comment is now.
      }
    }
    throw tooMany();
  }

  private static Problem tooMany() {
    return new Problem.Unavailable(
        "too_busy", "Many people are saying something here right now. Please try again.");
  }

  private Optional<Map<String, AttributeValue>> photo(String photoId) {
    return dynamo.get(tables.photos(), DynamoPhoto.meta(photoId)).filter(DynamoPhoto::isThere);
  }

  private TransactWriteItem put(NewComment comment, String commentId, long now) {
    Map<String, AttributeValue> item =
        new HashMap<>(DynamoComment.key(comment.photoId(), now, commentId).attributes());
    item.put("photo_id", s(comment.photoId()));
    item.put("username", s(comment.username()));
    item.putAll(DynamoComment.remark(commentId, comment.userId(), comment.text(), now));
    return TransactWriteItem.builder()
        .put(put -> put.tableName(tables.comments()).item(item))
        .build();
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

  @Override
  public void remove(Said comment) {
    try {
      takeOut(comment);
    } finally {
      revisions.changed(comment.photoId());
    }
  }

  private void takeOut(Said comment) {
    for (int tries = 0; tries < PATIENCE; tries++) {
      Optional<Map<String, AttributeValue>> photo = photo(comment.photoId());
      if (photo.isEmpty()) {
        dynamo.batchDelete(tables.comments(), List.of(DynamoComment.key(comment)));
        return;
      }
      try {
        dynamo.transact(List.of(delete(comment), takeBack(comment, photo.get())));
        return;
      } catch (DynamoConditionFailed failed) {
        if (failed.at(COMMENT)) {
          return; // somebody was quicker
        }
      }
    }
    throw tooMany();
  }

  private TransactWriteItem delete(Said comment) {
    return TransactWriteItem.builder()
        .delete(
            delete ->
                delete
                    .tableName(tables.comments())
                    .key(DynamoComment.key(comment).attributes())
                    .conditionExpression("attribute_exists(PK)"))
        .build();
  }

  /// If it was the newest one, the one before it is now.
  private TransactWriteItem takeBack(Said comment, Map<String, AttributeValue> photo) {
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
      Said before = before(comment);
      if (before == null) {
        change += " REMOVE latest_comment";
      } else {
        change += " SET latest_comment = :before";
        values.put(
            ":before",
            AttributeValue.fromM(
                DynamoComment.remark(
                    before.commentId(), before.userId(), before.text(), before.createdAt())));
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

  private @Nullable Said before(Said comment) {
    return dynamo
        .query(
            query ->
                query
                    .tableName(tables.comments())
                    .keyConditionExpression("PK = :photo AND SK < :comment")
                    .expressionAttributeValues(
                        Map.of(
                            ":photo", s(DynamoPhoto.partition(comment.photoId())),
                            ":comment", s(DynamoComment.key(comment).sk())))
                    .scanIndexForward(false)
                    .limit(1)
                    .consistentRead(true))
        .items()
        .stream()
        .map(DynamoComment::read)
        .findFirst()
        .orElse(null);
  }

  @Override
  public List<Said> by(long userId, long before, int rows) {
    return dynamo
        .query(
            query ->
                query
                    .tableName(tables.comments())
                    .indexName("comments_by_person")
                    .keyConditionExpression("user_id = :user AND created_at <= :before")
                    .expressionAttributeValues(
                        Map.of(":user", n(userId), ":before", n(TimeOrderedId.timeOf(before))))
                    .scanIndexForward(false)
                    .limit(rows))
        .items()
        .stream()
        .map(DynamoComment::read)
        .filter(said -> said.order() < before)
        .sorted(Comparator.comparingLong(Said::order).reversed())
        .toList();
  }
}
