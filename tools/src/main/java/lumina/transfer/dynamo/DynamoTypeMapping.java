package lumina.transfer.dynamo;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import lumina.message.Message;
import lumina.transfer.EntityRecord;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/// Maps records by the server's type for them, whose components have the names of the fields.
///
/// @param <T> the type
/// @param reader reads an item
/// @param writer returns the items, given the username of the author
record DynamoTypeMapping<T>(
    Class<T> type,
    Function<Map<String, AttributeValue>, T> reader,
    BiFunction<T, String, List<Map<String, AttributeValue>>> writer)
    implements DynamoMapping {
  private static final JsonMapper FIELDS =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .addMixIn(Message.class, MessageFields.class)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private static final TypeReference<Map<String, @Nullable Object>> BY_NAME =
      new TypeReference<>() {};

  /// Its columns have other names in SQL.
  private interface MessageFields {
    @JsonProperty("from_id")
    long fromUserId();

    @JsonProperty("to_id")
    long toUserId();
  }

  @Override
  public Map<String, ? extends @Nullable Object> read(Map<String, AttributeValue> item) {
    return FIELDS.convertValue(reader.apply(item), BY_NAME);
  }

  @Override
  public List<Map<String, AttributeValue>> items(EntityRecord row, String author) {
    return writer.apply(FIELDS.convertValue(row.values(), type), author);
  }
}
