package lumina.comment;

import static lumina.storage.dynamo.Dynamo.n;
import static lumina.storage.dynamo.Dynamo.s;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lumina.id.SortKey;
import lumina.id.TimeOrderedId;
import lumina.photo.detail.DynamoPhoto;
import lumina.storage.CloudBackend;
import lumina.storage.dynamo.Dynamo;
import lumina.storage.dynamo.DynamoKey;
import lumina.storage.dynamo.DynamoTables;
import org.springframework.stereotype.Repository;

/// Stores comments in DynamoDB, one item each. [DynamoCommentWriting] ensures that no two comments
/// on a photo have the same time, so a cursor that contains a time skips none.
@Repository
@CloudBackend
class DynamoCommentStore implements CommentStore {
  /// The number of comments read at once if some people's are skipped.
  private static final int BATCH_SIZE = 1_000;

  private final Dynamo dynamo;
  private final DynamoTables tables;
  private final DynamoCommentWriting writing;
  private final DynamoReassignment reassigning;

  DynamoCommentStore(
      Dynamo dynamo,
      DynamoTables tables,
      DynamoCommentWriting writing,
      DynamoReassignment reassigning) {
    this.dynamo = dynamo;
    this.reassigning = reassigning;
    this.tables = tables;
    this.writing = writing;
  }

  @Override
  public List<CommentRow> on(String photoId, long after, int rows, Set<Long> except) {
    String from = after == 0 ? "COMMENT#" : "COMMENT#%013d#~".formatted(SortKey.timeOf(after));
    return dynamo
        .queryAll(
            query ->
                query
                    .tableName(tables.comments())
                    .keyConditionExpression("PK = :photo AND SK BETWEEN :from AND :end")
                    .expressionAttributeValues(
                        Map.of(
                            ":photo", s(DynamoPhoto.partition(photoId)),
                            ":from", s(from),
                            ":end", s("COMMENT#~")))
                    .limit(except.isEmpty() ? rows : BATCH_SIZE)
                    .consistentRead(true))
        .map(DynamoComment::read)
        .filter(said -> !except.contains(said.userId()))
        .limit(rows)
        .toList();
  }

  @Override
  public List<CommentRow> justBefore(CommentRow comment, int rows) {
    return writing.justBefore(comment, rows).reversed();
  }

  @Override
  public Optional<CommentRow> find(String photoId, String commentId) {
    long madeAt = TimeOrderedId.millisOf(commentId);
    Optional<CommentRow> found =
        madeAt < 0
            ? Optional.empty()
            : dynamo
                .get(tables.comments(), DynamoComment.key(photoId, madeAt, commentId))
                .map(DynamoComment::read);
    return found.isPresent() ? found : search(photoId, commentId);
  }

  @Override
  public Map<String, CommentRow> among(Collection<CommentKey> keys) {
    List<DynamoKey> wanted =
        keys.stream()
            .filter(key -> TimeOrderedId.millisOf(key.commentId()) >= 0)
            .map(
                key ->
                    DynamoComment.key(
                        key.photoId(), TimeOrderedId.millisOf(key.commentId()), key.commentId()))
            .toList();
    Map<String, CommentRow> found =
        dynamo.batchGet(tables.comments(), wanted).values().stream()
            .map(DynamoComment::read)
            .collect(Collectors.toMap(CommentRow::commentId, said -> said));
    keys.stream()
        .filter(key -> TimeOrderedId.millisOf(key.commentId()) < 0)
        .flatMap(key -> search(key.photoId(), key.commentId()).stream())
        .forEach(said -> found.put(said.commentId(), said));
    return found;
  }

  /// Searches for a comment by an id that another application created, which does not contain its
  /// time.
  private Optional<CommentRow> search(String photoId, String commentId) {
    return dynamo
        .queryAll(
            query ->
                query
                    .tableName(tables.comments())
                    .keyConditionExpression("PK = :photo AND begins_with(SK, :comments)")
                    .filterExpression("comment_id = :comment OR id = :comment")
                    .expressionAttributeValues(
                        Map.of(
                            ":photo", s(DynamoPhoto.partition(photoId)),
                            ":comments", s("COMMENT#"),
                            ":comment", s(commentId))))
        .map(DynamoComment::read)
        .findFirst();
  }

  @Override
  public Optional<CommentRow> add(NewComment comment) {
    return writing.add(comment);
  }

  @Override
  public void remove(CommentRow comment) {
    writing.remove(comment);
  }

  @Override
  public void reassign(CommentRow comment, long userId, String username) {
    reassigning.reassign(comment, userId, username);
  }

  @Override
  public void forget(CommentRow comment) {
    writing.forget(comment);
  }

  /// The index is sorted by time only, so all comments of the last millisecond are read before the
  /// list is cut.
  @Override
  public List<CommentRow> by(long userId, long before, int rows) {
    List<CommentRow> latest = new ArrayList<>();
    Iterator<CommentRow> all = upTo(userId, before, rows).iterator();
    while (all.hasNext()) {
      CommentRow said = all.next();
      if (latest.size() >= rows && said.createdAt() < latest.getLast().createdAt()) {
        break;
      }
      latest.add(said);
    }
    return latest.stream()
        .sorted(Comparator.comparingLong(CommentRow::sortKey).reversed())
        .limit(rows)
        .toList();
  }

  /// Latest first; within a millisecond in any order.
  private Stream<CommentRow> upTo(long userId, long before, int rows) {
    return dynamo
        .queryAll(
            query ->
                query
                    .tableName(tables.comments())
                    .indexName("comments_by_person")
                    .keyConditionExpression("user_id = :user AND created_at <= :before")
                    .expressionAttributeValues(
                        Map.of(":user", n(userId), ":before", n(SortKey.timeOf(before))))
                    .scanIndexForward(false)
                    .limit(rows + 2))
        .map(DynamoComment::read)
        .filter(said -> said.sortKey() < before);
  }
}
