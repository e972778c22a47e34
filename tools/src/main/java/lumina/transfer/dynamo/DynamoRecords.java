package lumina.transfer.dynamo;

import static lumina.storage.dynamo.Dynamo.s;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import lumina.storage.dynamo.DynamoKey;
import lumina.transfer.Entity;
import lumina.transfer.EntityRecord;
import lumina.transfer.Records;
import org.springframework.dao.DataIntegrityViolationException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/// Reads and writes records in a DynamoDB table. It finds them by reading the whole table.
///
/// It ignores leftovers of interrupted deletions of people and photos, which belong to nobody.
///
/// @param prefix the beginning of each SK
record DynamoRecords(
    Entity kind, String table, String prefix, DynamoMapping mapping, DynamoStores stores)
    implements Records {
  private static final int BAD_REQUEST = 400;
  private static final long NOBODY = 0;

  @Override
  public boolean isEmpty() {
    return scan().findAny().isEmpty();
  }

  @Override
  public void each(Consumer<List<EntityRecord>> taker) {
    scan().gather(Gatherers.windowFixed(PAGE)).map(this::belonging).forEach(taker);
  }

  private Stream<EntityRecord> scan() {
    return stores
        .dynamo()
        .scanAll(
            scan ->
                scan.tableName(table)
                    .filterExpression("begins_with(SK, :kind)")
                    .expressionAttributeValues(Map.of(":kind", s(prefix)))
                    .consistentRead(true))
        .map(this::read);
  }

  private EntityRecord read(Map<String, AttributeValue> item) {
    return EntityRecord.of(kind, mapping.read(item));
  }

  private List<EntityRecord> belonging(List<EntityRecord> rows) {
    Set<Long> people = names(rows).keySet();
    Set<String> photos =
        stores.photos().present(rows.stream().flatMap(row -> row.photo().stream()).toList());
    return rows.stream()
        .filter(row -> people.containsAll(row.people()))
        .filter(row -> row.photo().map(photos::contains).orElse(true))
        .toList();
  }

  /// Returns the names of the people in these records, by id, without deleted people.
  private Map<Long, String> names(List<EntityRecord> rows) {
    return stores.users().names(rows.stream().flatMap(row -> row.people().stream()).toList());
  }

  @Override
  public List<EntityRecord> among(List<EntityRecord> rows) {
    return stores
        .dynamo()
        .batchGet(table, rows.stream().map(mapping::key).toList())
        .values()
        .stream()
        .map(this::read)
        .toList();
  }

  @Override
  public void insert(List<EntityRecord> rows) {
    List<Map<String, AttributeValue>> items = items(rows);
    try {
      stores.dynamo().batchPut(table, items);
    } catch (DynamoDbException refused) {
      if (refused.statusCode() == BAD_REQUEST) {
        throw new DataIntegrityViolationException("DynamoDB cannot store this", refused);
      }
      throw refused;
    }
  }

  private List<Map<String, AttributeValue>> items(List<EntityRecord> rows) {
    Map<Long, String> names = names(rows);
    List<Map<String, AttributeValue>> items = new ArrayList<>();
    for (EntityRecord row : rows) {
      long author = row.people().stream().findFirst().orElse(NOBODY);
      items.addAll(mapping.items(row, names.getOrDefault(author, "")));
    }
    return items;
  }

  @Override
  public void delete(List<EntityRecord> rows) {
    stores.dynamo().batchDelete(table, items(rows).stream().map(DynamoKey::of).toList());
  }
}
