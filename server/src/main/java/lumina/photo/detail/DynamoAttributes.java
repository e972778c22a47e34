package lumina.photo.detail;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lumina.storage.dynamo.Dynamo;
import lumina.storage.dynamo.DynamoFields;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Fields as DynamoDB stores them.
record DynamoAttributes(Map<String, AttributeValue> values) implements FieldReader, FieldWriter {
  DynamoAttributes() {
    this(new HashMap<>());
  }

  @Override
  public String text(String name) {
    return fields().text(name).orElse("");
  }

  @Override
  public List<String> texts(String name) {
    return List.copyOf(fields().texts(name));
  }

  @Override
  public long number(String name) {
    return fields().number(name);
  }

  @Override
  public boolean flag(String name) {
    return fields().flag(name);
  }

  private DynamoFields fields() {
    return new DynamoFields(values);
  }

  @Override
  public void text(String name, String value) {
    values.put(name, Dynamo.s(value));
  }

  @Override
  public void texts(String name, List<String> value) {
    values.put(name, AttributeValue.fromL(value.stream().map(AttributeValue::fromS).toList()));
  }

  @Override
  public void number(String name, long value) {
    values.put(name, Dynamo.n(value));
  }

  @Override
  public void flag(String name, boolean value) {
    values.put(name, AttributeValue.fromBool(value));
  }
}
