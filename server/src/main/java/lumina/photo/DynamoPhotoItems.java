package lumina.photo;

import static lumina.backend.Dynamo.s;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import lumina.backend.CloudBackend;
import lumina.backend.Dynamo;
import lumina.backend.DynamoFields;
import lumina.backend.DynamoKey;
import lumina.backend.DynamoTables;
import org.springframework.stereotype.Repository;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// Photos in DynamoDB, with their likes and comments in one partition each.
@Repository
@CloudBackend
class DynamoPhotoItems implements PhotoItems {
  private final Dynamo dynamo;
  private final DynamoTables tables;

  DynamoPhotoItems(Dynamo dynamo, DynamoTables tables) {
    this.dynamo = dynamo;
    this.tables = tables;
  }

  @Override
  public Map<String, PhotoItem> read(long viewerId, Collection<String> photoIds) {
    Set<DynamoKey> keys = new HashSet<>();
    for (String photoId : photoIds) {
      keys.add(DynamoPhoto.meta(photoId));
      if (viewerId != 0) {
        keys.add(DynamoPhoto.like(photoId, viewerId));
      }
    }
    Map<DynamoKey, Map<String, AttributeValue>> found = dynamo.batchGet(tables.photos(), keys);
    Map<String, PhotoItem> items = new HashMap<>();
    for (String photoId : photoIds) {
      Map<String, AttributeValue> item = found.get(DynamoPhoto.meta(photoId));
      if (item != null && DynamoPhoto.isThere(item)) {
        boolean liked = found.containsKey(DynamoPhoto.like(photoId, viewerId));
        items.put(photoId, DynamoPhoto.read(item, liked));
      }
    }
    return items;
  }

  @Override
  public Optional<PhotoItem.Remark> latestExcept(Set<Long> people, String photoId) {
    return dynamo
        .queryAll(
            query ->
                query
                    .tableName(tables.comments())
                    .keyConditionExpression("PK = :photo AND begins_with(SK, :comment)")
                    .expressionAttributeValues(
                        Map.of(
                            ":photo", s(DynamoPhoto.partition(photoId)), ":comment", s("COMMENT#")))
                    .scanIndexForward(false)
                    .limit(20)
                    .consistentRead(true))
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
  public void edit(String photoId, Words words, Audience audience) {
    Map<String, AttributeValue> values = new HashMap<>();
    DynamoPhoto.words(words, audience).forEach((name, value) -> values.put(":" + name, value));
    var _ =
        dynamo.update(
            update ->
                update
                    .tableName(tables.photos())
                    .key(DynamoPhoto.meta(photoId).attributes())
                    .updateExpression(
                        "SET topic = :topic, caption = :caption, tags = :tags, audience = :audience")
                    .conditionExpression(DynamoPhoto.IS_THERE)
                    .expressionAttributeValues(values));
  }

  /// Marks it as going, so that no like or comment comes after; the item itself goes last, for it
  /// says what else there is.
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
