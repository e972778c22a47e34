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

/// Puts items into the form that Lumina writes; what else they hold stays.
@Component
@CloudBackend
class DynamoRewriting {
  private final Dynamo dynamo;

  DynamoRewriting(Dynamo dynamo) {
    this.dynamo = dynamo;
  }

  /// All items of a table whose keys begin so, as they come from the store. It reads the whole
  /// table: once, at an adoption, and never while somebody waits for a page.
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

  /// All items of a partition whose sort key begins so, in the order of their keys.
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

  /// Gives an item other attributes, and another key where its own says something else.
  ///
  /// @return whether there was anything to do
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

  /// Adds an item unless there is one under this key.
  void addMissing(String table, DynamoKey key, Map<String, AttributeValue> attributes) {
    if (dynamo.get(table, key).isEmpty()) {
      Map<String, AttributeValue> item = new HashMap<>(attributes);
      item.putAll(key.attributes());
      dynamo.transact(
          List.of(TransactWriteItem.builder().put(it -> it.tableName(table).item(item)).build()));
    }
  }

  /// Writes one side of a conversation, unless it knows of a later message already.
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

  /// Gives an item these attributes; all others stay.
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
