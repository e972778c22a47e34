package lumina.adopt;

import static lumina.storage.dynamo.Dynamo.s;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lumina.storage.CloudBackend;
import lumina.storage.dynamo.Dynamo;
import lumina.storage.dynamo.DynamoFields;
import lumina.storage.dynamo.DynamoKey;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// Rewrites items to the form that Lumina writes; their other attributes stay.
@Component
@CloudBackend
class DynamoRewriting {
  private final Dynamo dynamo;

  DynamoRewriting(Dynamo dynamo) {
    this.dynamo = dynamo;
  }

  /// Returns all items of a table whose key begins like this, in the order of the store. It reads
  /// the whole table: once, at an adoption, and never during a request.
  ///
  /// @param key `PK` or `SK`
  Stream<DynamoFields> all(String table, String key, String begins) {
    return dynamo
        .scanAll(
            scan ->
                scan.tableName(table)
                    .filterExpression("begins_with(" + key + ", :begins)")
                    .expressionAttributeValues(Map.of(":begins", s(begins))))
        .map(DynamoFields::new);
  }

  /// Returns all items of a partition whose sort key begins like this, in the order of their keys.
  List<DynamoFields> partition(String table, String partition, String begins) {
    return dynamo
        .queryAll(
            query ->
                query
                    .tableName(table)
                    .keyConditionExpression("PK = :partition AND begins_with(SK, :begins)")
                    .expressionAttributeValues(
                        Map.of(":partition", s(partition), ":begins", s(begins)))
                    .consistentRead(true))
        .map(DynamoFields::new)
        .toList();
  }

  /// Changes the attributes of an item, and its key if that differs.
  ///
  /// @return whether anything changed
  boolean rewrite(
      String table, DynamoFields old, DynamoKey key, Map<String, AttributeValue> attributes) {
    Map<String, AttributeValue> item = new HashMap<>(old.item());
    item.putAll(attributes);
    item.putAll(key.attributes());
    if (item.equals(old.item())) {
      return false;
    }
    TransactWriteItem put =
        TransactWriteItem.builder().put(it -> it.tableName(table).item(item)).build();
    DynamoKey before = DynamoKey.of(old.item());
    dynamo.transact(before.equals(key) ? List.of(put) : List.of(put, delete(table, before)));
    return true;
  }

  private static TransactWriteItem delete(String table, DynamoKey key) {
    return TransactWriteItem.builder()
        .delete(it -> it.tableName(table).key(key.attributes()))
        .build();
  }

  /// Adds an item unless this key has one.
  void addMissing(String table, DynamoKey key, Map<String, AttributeValue> attributes) {
    if (dynamo.get(table, key).isEmpty()) {
      Map<String, AttributeValue> item = new HashMap<>(attributes);
      item.putAll(key.attributes());
      dynamo.transact(
          List.of(TransactWriteItem.builder().put(it -> it.tableName(table).item(item)).build()));
    }
  }

  /// Writes one side of a conversation, unless it already has a later message.
  void raise(String table, DynamoKey side, Map<String, AttributeValue> attributes) {
    var _ =
        dynamo.update(
            update ->
                update
                    .tableName(table)
                    .key(side.attributes())
                    .updateExpression(setting(attributes))
                    .conditionExpression(
                        "attribute_not_exists(last_order) OR last_order < :last_order")
                    .expressionAttributeValues(values(attributes)));
  }

  /// Sets these attributes of an item; all others stay.
  void describe(String table, DynamoKey key, Map<String, AttributeValue> attributes) {
    Map<String, String> names = new HashMap<>();
    attributes.keySet().forEach(name -> names.put("#" + name, name));
    var _ =
        dynamo.update(
            update ->
                update
                    .tableName(table)
                    .key(key.attributes())
                    .updateExpression(setting(attributes).replaceAll("(\\w+) = ", "#$1 = "))
                    .expressionAttributeNames(names)
                    .expressionAttributeValues(values(attributes)));
  }

  private static String setting(Map<String, AttributeValue> attributes) {
    return attributes.keySet().stream()
        .map(name -> name + " = :" + name)
        .collect(Collectors.joining(", ", "SET ", ""));
  }

  private static Map<String, AttributeValue> values(Map<String, AttributeValue> attributes) {
    Map<String, AttributeValue> values = new HashMap<>();
    attributes.forEach((name, value) -> values.put(":" + name, value));
    return values;
  }
}
