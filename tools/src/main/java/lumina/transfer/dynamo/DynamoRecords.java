package lumina.transfer.dynamo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lumina.storage.dynamo.Dynamo;
import lumina.storage.dynamo.DynamoFields;
import lumina.storage.dynamo.DynamoKey;
import lumina.transfer.Entity;
import lumina.transfer.EntityRecord;
import lumina.transfer.Records;
import lumina.transfer.sql.SqlNames;
import org.springframework.dao.DataIntegrityViolationException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/// Reads and writes records in a DynamoDB table. It finds them by reading the whole table.
///
/// It ignores leftovers of interrupted deletions of people and photos, which belong to nobody.
class DynamoRecords implements Records {
  private static final int BAD_REQUEST = 400;

  private final DynamoMapping form;
  private final Dynamo dynamo;
  private final SqlNames names;

  DynamoRecords(DynamoMapping form, Dynamo dynamo, SqlNames names) {
    this.form = form;
    this.dynamo = dynamo;
    this.names = names;
  }

  @Override
  public Entity kind() {
    return form.kind();
  }

  @Override
  public boolean isEmpty() {
    return scan().findAny().isEmpty();
  }

  @Override
  public void each(Consumer<List<EntityRecord>> taker) {
    List<EntityRecord> page = new ArrayList<>();
    scan()
        .forEach(
            row -> {
              page.add(row);
              if (page.size() == PAGE) {
                taker.accept(belonging(page));
                page.clear();
              }
            });
    if (!page.isEmpty()) {
      taker.accept(belonging(page));
    }
  }

  private Stream<EntityRecord> scan() {
    return dynamo
        .scanAll(
            scan ->
                scan.tableName(form.table())
                    .filterExpression("begins_with(SK, :kind)")
                    .expressionAttributeValues(Map.of(":kind", Dynamo.s(form.prefix())))
                    .consistentRead(true))
        .map(item -> form.read(new DynamoFields(item)));
  }

  private List<EntityRecord> belonging(List<EntityRecord> rows) {
    Set<Long> people = people(rows).keySet();
    Set<String> photos = kind().isOfPhoto() ? names.photos(photos(rows)) : Set.of();
    return rows.stream()
        .filter(row -> form.people().stream().map(row::number).allMatch(people::contains))
        .filter(row -> !kind().isOfPhoto() || photos.contains(row.text("photo_id")))
        .toList();
  }

  private static List<String> photos(List<EntityRecord> rows) {
    return rows.stream().map(row -> row.text("photo_id")).toList();
  }

  private Map<Long, String> people(List<EntityRecord> rows) {
    return names.people(
        rows.stream().flatMap(row -> form.people().stream().map(row::number)).toList());
  }

  @Override
  public List<EntityRecord> among(List<EntityRecord> rows) {
    return dynamo.batchGet(form.table(), rows.stream().map(form::key).toList()).values().stream()
        .map(item -> form.read(new DynamoFields(item)))
        .toList();
  }

  @Override
  public void insert(List<EntityRecord> rows) {
    Map<Long, String> people = people(rows);
    List<Map<String, AttributeValue>> items =
        rows.stream()
            .flatMap(row -> Stream.concat(Stream.of(item(row, people)), form.beside(row).stream()))
            .toList();
    try {
      dynamo.batchPut(form.table(), items);
    } catch (DynamoDbException refused) {
      if (refused.statusCode() == BAD_REQUEST) {
        throw new DataIntegrityViolationException("DynamoDB cannot store this", refused);
      }
      throw refused;
    }
  }

  private Map<String, AttributeValue> item(EntityRecord row, Map<Long, String> people) {
    Map<String, AttributeValue> item = new HashMap<>(form.attributes(row, people));
    item.putAll(form.key(row).attributes());
    return item;
  }

  @Override
  public void update(List<EntityRecord> rows) {
    insert(rows);
  }

  @Override
  public void delete(List<EntityRecord> rows) {
    dynamo.batchDelete(
        form.table(),
        rows.stream()
            .flatMap(
                row ->
                    Stream.concat(
                        Stream.of(form.key(row)), form.beside(row).stream().map(DynamoKey::of)))
            .toList());
  }
}
