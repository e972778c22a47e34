package lumina.photo.detail;

import static lumina.storage.dynamo.Dynamo.s;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lumina.access.Audience;
import lumina.media.Capture;
import lumina.storage.CloudBackend;
import lumina.storage.dynamo.Dynamo;
import lumina.storage.dynamo.DynamoFields;
import lumina.storage.dynamo.DynamoKey;
import lumina.storage.dynamo.DynamoTables;
import lumina.text.Reaction;
import lumina.text.ReactionCounts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// Stores photo items in DynamoDB; a photo has one partition, together with its likes and comments.
@Repository
@CloudBackend
class DynamoPhotoItems implements PhotoItems {
  /// If a change is interrupted before [PhotoRevisions] counts it, caches show it after this time.
  private static final Duration MAX_AGE = Duration.ofMinutes(1);

  /// An item at this revision of the photo, or at a later one.
  private record Version(DynamoKey key, long revision) {
    Version like(String photoId, long userId) {
      return new Version(DynamoPhoto.like(photoId, userId), revision);
    }
  }

  private final Dynamo dynamo;
  private final DynamoTables tables;
  private final PhotoRevisions revisions;

  /// Most items have a few hundred bytes.
  private final Cache<Version, PhotoItem> items =
      Caffeine.newBuilder().maximumSize(20_000).expireAfterWrite(MAX_AGE).build();

  private final Cache<Version, Optional<Reaction>> likes =
      Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(MAX_AGE).build();

  /// The number of comments of each person under a photo.
  private final Cache<Version, Map<Long, Long>> authors =
      Caffeine.newBuilder().maximumSize(20_000).expireAfterWrite(MAX_AGE).build();

  DynamoPhotoItems(Dynamo dynamo, DynamoTables tables, PhotoRevisions revisions) {
    this.dynamo = dynamo;
    this.tables = tables;
    this.revisions = revisions;
  }

  @Override
  public Map<String, PhotoItem> read(long viewerId, Map<String, Long> photos) {
    Map<Version, PhotoItem> found = items.getAll(versions(photos), this::load);
    Map<Version, Optional<Reaction>> liked = likes.getAll(likes(found, viewerId), this::loadLikes);
    Map<String, PhotoItem> all = new HashMap<>();
    found.forEach(
        (version, item) ->
            all.put(
                item.photoId(),
                item.with(reaction(liked, version.like(item.photoId(), viewerId)).orElse(null))));
    return all;
  }

  private static Optional<Reaction> reaction(Map<Version, Optional<Reaction>> known, Version like) {
    return known.getOrDefault(like, Optional.empty());
  }

  private List<Version> versions(Map<String, Long> photos) {
    return photos.entrySet().stream()
        .map(photo -> new Version(DynamoPhoto.meta(photo.getKey()), photo.getValue()))
        .toList();
  }

  /// Skips photos without likes, which the viewer cannot like either.
  private static List<Version> likes(Map<Version, PhotoItem> photos, long viewerId) {
    return photos.entrySet().stream()
        .filter(photo -> viewerId != 0 && photo.getValue().likes() > 0)
        .map(photo -> photo.getKey().like(photo.getValue().photoId(), viewerId))
        .toList();
  }

  private Map<Version, PhotoItem> load(Set<? extends Version> wanted) {
    Map<DynamoKey, Map<String, AttributeValue>> found = batchGet(wanted);
    Map<Version, PhotoItem> loaded = new HashMap<>();
    for (Version version : wanted) {
      Map<String, AttributeValue> item = found.get(version.key());
      if (item != null && DynamoPhoto.isThere(item)) {
        loaded.put(version, DynamoPhoto.read(item));
      }
    }
    return loaded;
  }

  private Map<Version, Optional<Reaction>> loadLikes(Set<? extends Version> wanted) {
    Map<DynamoKey, Map<String, AttributeValue>> found = batchGet(wanted);
    return wanted.stream()
        .collect(
            Collectors.toMap(
                it -> it,
                it -> Optional.ofNullable(found.get(it.key())).map(DynamoPhoto::reaction)));
  }

  private Map<DynamoKey, Map<String, AttributeValue>> batchGet(Set<? extends Version> wanted) {
    return dynamo.batchGet(tables.photos(), wanted.stream().map(Version::key).toList());
  }

  @Override
  public Map<String, Counts> deeds(Map<String, Long> photos, Map<String, Set<Long>> people) {
    List<Version> wanted = new ArrayList<>();
    people.forEach(
        (photo, some) -> {
          Version version = new Version(DynamoPhoto.meta(photo), photos.getOrDefault(photo, 0L));
          some.forEach(person -> wanted.add(version.like(photo, person)));
        });
    Map<Version, Optional<Reaction>> liked = likes.getAll(wanted, this::loadLikes);
    Map<String, Counts> deeds = new HashMap<>();
    people.forEach(
        (photo, some) -> {
          Version version = new Version(DynamoPhoto.meta(photo), photos.getOrDefault(photo, 0L));
          Map<Long, Long> said = authors.get(version, it -> loadAuthors(photo));
          for (Long person : some) {
            ReactionCounts reaction =
                reaction(liked, version.like(photo, person))
                    .map(ReactionCounts::one)
                    .orElse(ReactionCounts.NONE);
            Counts more = new Counts(reaction, said.getOrDefault(person, 0L));
            deeds.merge(photo, more, Counts::and);
          }
        });
    return deeds;
  }

  private Map<Long, Long> loadAuthors(String photoId) {
    return dynamo
        .queryAll(
            query ->
                commentsOf(photoId, query).projectionExpression("user_id").consistentRead(true))
        .collect(
            Collectors.groupingBy(
                comment -> Dynamo.number(comment, "user_id"), Collectors.counting()));
  }

  private QueryRequest.Builder commentsOf(String photoId, QueryRequest.Builder query) {
    return query
        .tableName(tables.comments())
        .keyConditionExpression("PK = :photo AND begins_with(SK, :comment)")
        .expressionAttributeValues(
            Map.of(":photo", s(DynamoPhoto.partition(photoId)), ":comment", s("COMMENT#")));
  }

  @Override
  public Optional<PhotoItem.LatestComment> latestExcept(Set<Long> people, String photoId) {
    return dynamo
        .queryAll(
            query ->
                commentsOf(photoId, query).scanIndexForward(false).limit(20).consistentRead(true))
        .map(item -> DynamoPhoto.remark(new DynamoFields(item)))
        .filter(remark -> !people.contains(remark.userId()))
        .findFirst();
  }

  @Override
  public void add(NewPhoto photo, String username, long createdAt) {
    dynamo.transact(
        List.of(
            put(DynamoPhoto.item(photo, username, createdAt)),
            put(DynamoPhoto.byUserItem(photo.userId(), photo.photoId()))));
  }

  private TransactWriteItem put(Map<String, AttributeValue> item) {
    return TransactWriteItem.builder()
        .put(put -> put.tableName(tables.photos()).item(item))
        .build();
  }

  @Override
  public void edit(String photoId, PhotoText.Edit edit, @Nullable Audience audience) {
    set(photoId, DynamoPhoto.changes(edit, audience));
  }

  @Override
  public void describe(String photoId, Picture picture) {
    DynamoAttributes attributes = new DynamoAttributes();
    picture.write(attributes);
    set(photoId, attributes.values());
  }

  @Override
  public void describe(String photoId, Capture capture) {
    DynamoAttributes attributes = new DynamoAttributes();
    PhotoDetails.write(capture, attributes);
    set(photoId, attributes.values());
  }

  private void set(String photoId, Map<String, AttributeValue> attributes) {
    if (attributes.isEmpty()) {
      return;
    }
    Map<String, AttributeValue> values = new HashMap<>();
    attributes.forEach((name, value) -> values.put(":" + name, value));
    Map<String, String> names = new HashMap<>(); // a name may be a reserved word of DynamoDB
    attributes.keySet().forEach(name -> names.put("#" + name, name));
    String changes =
        attributes.keySet().stream()
            .map(name -> "#%1$s = :%1$s".formatted(name))
            .collect(Collectors.joining(", ", "SET ", ""));
    try {
      var _ =
          dynamo.update(
              update ->
                  update
                      .tableName(tables.photos())
                      .key(DynamoPhoto.meta(photoId).attributes())
                      .updateExpression(changes)
                      .conditionExpression(DynamoPhoto.IS_THERE)
                      .expressionAttributeNames(names)
                      .expressionAttributeValues(values));
    } finally {
      revisions.changed(photoId);
    }
  }

  /// First marks the item as being deleted, so that no new like or comment is added, and deletes it
  /// last, since it tells what else must be deleted.
  @Override
  public void remove(String photoId) {
    DynamoKey meta = DynamoPhoto.meta(photoId);
    Optional<Map<String, AttributeValue>> photo =
        dynamo.update(
            update ->
                update
                    .tableName(tables.photos())
                    .key(meta.attributes())
                    .updateExpression("SET gone = :yes")
                    .conditionExpression("attribute_exists(PK)")
                    .expressionAttributeValues(Map.of(":yes", AttributeValue.fromBool(true))));
    clear(tables.comments(), photoId);
    clear(tables.photos(), photoId);
    photo.ifPresent(
        item -> {
          long owner = new DynamoFields(item).number("user_id");
          dynamo.batchDelete(tables.photos(), List.of(DynamoPhoto.byUser(owner, photoId)));
          dynamo.batchDelete(tables.photos(), List.of(meta));
        });
  }

  private void clear(String table, String photoId) {
    Map<String, AttributeValue> start = null;
    do {
      Map<String, AttributeValue> from = start;
      Dynamo.Page page =
          dynamo.query(
              query ->
                  query
                      .tableName(table)
                      .keyConditionExpression("PK = :photo")
                      .expressionAttributeValues(
                          Map.of(":photo", s(DynamoPhoto.partition(photoId))))
                      .projectionExpression("PK, SK")
                      .exclusiveStartKey(from)
                      .consistentRead(true));
      List<DynamoKey> keys =
          page.items().stream().map(DynamoKey::of).filter(k -> !isMeta(k)).toList();
      dynamo.batchDelete(table, keys);
      start = page.next();
    } while (start != null);
  }

  private static boolean isMeta(DynamoKey key) {
    return Objects.equals(key.sk(), "META");
  }
}
