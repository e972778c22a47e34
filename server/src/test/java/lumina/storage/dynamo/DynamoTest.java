package lumina.storage.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lumina.stores.DynamoDbLocal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// The guarantees that stores rely on, even when DynamoDB fails.
class DynamoTest {
  private static final DynamoFaults FAULTS = new DynamoFaults();
  private static ConfigurableApplicationContext context;
  private static Dynamo dynamo;
  private static String table;

  private final String pk = "PHOTO#" + UUID.randomUUID();

  @BeforeAll
  static void start() {
    context = DynamoContext.start(FAULTS, true, DynamoDbLocal.shared().newTables());
    dynamo = context.getBean(Dynamo.class);
    table = context.getBean(DynamoTables.class).photos();
  }

  @AfterAll
  static void stop() {
    context.close();
  }

  @BeforeEach
  void aGoodDay() {
    FAULTS.doOnly(size -> size);
    FAULTS.sent();
  }

  @Test
  void an_item_that_was_written_is_read_and_another_is_not() {
    put("META");
    assertThat(dynamo.get(table, key("META"))).map(it -> Dynamo.number(it, "count")).contains(0L);
    assertThat(dynamo.get(table, key("NONE"))).isEmpty();
  }

  @Test
  void any_number_of_keys_is_read_though_batches_come_back_half_done() {
    List<DynamoKey> keys = putMany(130);
    FAULTS.doOnly(size -> (size + 1) / 2);
    Stream<DynamoKey> twiceAndOneThatIsNotThere =
        Stream.of(keys, keys, List.of(key("NONE"))).flatMap(List::stream);
    assertThat(dynamo.batchGet(table, twiceAndOneThatIsNotThere.toList()))
        .containsOnlyKeys(keys)
        .allSatisfy((key, item) -> assertThat(DynamoKey.of(item)).isEqualTo(key));
    assertThat(dynamo.batchGet(table, List.of())).isEmpty();
  }

  @Test
  void any_number_of_items_is_deleted_though_batches_come_back_half_done() {
    List<DynamoKey> keys = putMany(60);
    FAULTS.doOnly(size -> (size + 1) / 2);
    dynamo.batchDelete(table, keys.subList(1, keys.size()));
    FAULTS.doOnly(size -> size);
    assertThat(items()).singleElement().extracting(DynamoKey::of).isEqualTo(keys.getFirst());
  }

  @Test
  void a_batch_that_does_not_get_done_is_an_error_after_eight_more_tries() {
    List<DynamoKey> keys = putMany(25);
    FAULTS.sent();
    FAULTS.doOnly(size -> 1);
    assertThatThrownBy(() -> dynamo.batchDelete(table, keys))
        .isInstanceOf(SdkClientException.class)
        .hasMessageContaining("16 of 25 items");
    assertThat(FAULTS.sent()).hasSize(9);
  }

  @Test
  void a_query_gives_a_page_and_where_the_next_one_starts() {
    List<DynamoKey> keys = putMany(5);
    Dynamo.Page first = page(null);
    Dynamo.Page last = page(first.next());
    assertThat(first.items()).extracting(DynamoKey::of).isEqualTo(keys.subList(0, 3));
    assertThat(last.items()).extracting(DynamoKey::of).isEqualTo(keys.subList(3, 5));
    assertThat(last.next()).isNull();
    assertThat(items()).hasSize(5);
  }

  @Test
  void a_transaction_that_meets_others_is_tried_again_and_done_once() {
    put("META");
    FAULTS.sent();
    FAULTS.failNext(
        DynamoFaults.cancelled("TransactionConflict", "None"),
        DynamoFaults.cancelled("None", "ThrottlingError"),
        DynamoFaults.cancelled("ProvisionedThroughputExceeded", "None"));
    dynamo.transact(List.of(count("META"), count("OTHER")));
    assertThat(FAULTS.sent()).hasSize(4);
    assertThat(counted("META")).isEqualTo(1);
    assertThat(counted("OTHER")).isEqualTo(1);
  }

  @Test
  void a_transaction_that_always_meets_others_is_given_up_in_seconds() {
    IntStream.range(0, 10)
        .forEach(i -> FAULTS.failNext(DynamoFaults.cancelled("TransactionConflict")));
    assertThatThrownBy(() -> dynamo.transact(List.of(count("META"))))
        .isInstanceOf(TransactionCanceledException.class);
    assertThat(FAULTS.sent()).hasSize(10);
    assertThat(dynamo.get(table, key("META"))).isEmpty();
  }

  @Test
  void a_transaction_whose_answer_is_lost_is_done_once() {
    FAULTS.loseNextAnswer(SdkClientException.create("lost", new IOException("reset")));
    dynamo.transact(List.of(count("META")));
    assertThat(FAULTS.sent()).hasSize(2);
    assertThat(counted("META")).isEqualTo(1);
  }

  @Test
  void everybody_who_counts_at_the_same_time_is_counted() throws Exception {
    try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<?> one = Executors.callable(() -> dynamo.transact(List.of(count("META"))));
      for (Future<?> done : many.invokeAll(Collections.nCopies(30, one))) {
        done.get();
      }
    }
    assertThat(counted("META")).isEqualTo(30);
  }

  @Test
  void a_failed_condition_tells_whose_it_was_and_nothing_is_written() {
    put("THERE");
    assertThatThrownBy(() -> dynamo.transact(List.of(count("META"), newItem("THERE"))))
        .isInstanceOfSatisfying(
            DynamoConditionFailed.class,
            failed -> {
              assertThat(failed.index()).isEqualTo(1);
              assertThat(failed.at(0)).isFalse();
              assertThat(failed.at(1)).isTrue();
              assertThat(DynamoKey.of(failed.item(1))).isEqualTo(key("THERE"));
            });
    assertThat(dynamo.get(table, key("META"))).isEmpty();
  }

  @Test
  void an_update_answers_how_the_item_is_now_unless_its_condition_fails() {
    put("META");
    FAULTS.failNext(DynamoFaults.conflict());
    assertThat(countIfThere("META")).map(it -> Dynamo.number(it, "count")).contains(1L);
    assertThat(countIfThere("NONE")).isEmpty();
  }

  @Test
  void a_throttled_call_is_tried_again() {
    put("META");
    FAULTS.sent();
    FAULTS.failNext(
        DynamoFaults.error("ProvisionedThroughputExceededException", "slow down"),
        DynamoFaults.error("ThrottlingException", "slow down"));
    assertThat(dynamo.get(table, key("META"))).isPresent();
    assertThat(FAULTS.sent()).hasSize(3);
  }

  @Test
  void an_item_of_half_a_megabyte_is_refused_at_once() {
    Map<String, AttributeValue> large =
        Map.of("PK", Dynamo.s(pk), "SK", Dynamo.s("META"), "text", Dynamo.s("x".repeat(500_000)));
    TransactWriteItem put =
        TransactWriteItem.builder().put(it -> it.tableName(table).item(large)).build();
    assertThatThrownBy(() -> dynamo.transact(List.of(put)))
        .isInstanceOf(DynamoDbException.class)
        .hasMessageContaining("size");
    assertThat(FAULTS.sent()).hasSize(1);
  }

  private DynamoKey key(String sk) {
    return new DynamoKey(pk, sk);
  }

  private void put(String sk) {
    dynamo.transact(List.of(newItem(sk)));
  }

  private List<DynamoKey> putMany(int count) {
    List<DynamoKey> keys =
        IntStream.range(0, count).mapToObj(i -> key("LIKE#%03d".formatted(i))).toList();
    DynamoDbClient client = context.getBean(DynamoDbClient.class);
    keys.forEach(key -> client.putItem(put -> put.tableName(table).item(key.attributes())));
    return keys;
  }

  private TransactWriteItem newItem(String sk) {
    return TransactWriteItem.builder()
        .put(
            put ->
                put.tableName(table)
                    .item(Map.of("PK", Dynamo.s(pk), "SK", Dynamo.s(sk), "count", Dynamo.n(0)))
                    .conditionExpression("attribute_not_exists(PK)")
                    .returnValuesOnConditionCheckFailure(
                        ReturnValuesOnConditionCheckFailure.ALL_OLD))
        .build();
  }

  private TransactWriteItem count(String sk) {
    return TransactWriteItem.builder()
        .update(
            update ->
                update
                    .tableName(table)
                    .key(key(sk).attributes())
                    .updateExpression("ADD #count :one")
                    .expressionAttributeNames(Map.of("#count", "count"))
                    .expressionAttributeValues(Map.of(":one", Dynamo.n(1))))
        .build();
  }

  private Optional<Map<String, AttributeValue>> countIfThere(String sk) {
    return dynamo.update(
        update ->
            update
                .tableName(table)
                .key(key(sk).attributes())
                .conditionExpression("attribute_exists(PK)")
                .updateExpression("ADD #count :one")
                .expressionAttributeNames(Map.of("#count", "count"))
                .expressionAttributeValues(Map.of(":one", Dynamo.n(1))));
  }

  private long counted(String sk) {
    return Dynamo.number(dynamo.get(table, key(sk)).orElseThrow(), "count");
  }

  private List<Map<String, AttributeValue>> items() {
    return dynamo
        .queryAll(
            it ->
                it.tableName(table)
                    .keyConditionExpression("PK = :pk")
                    .expressionAttributeValues(Map.of(":pk", Dynamo.s(pk))))
        .toList();
  }

  private Dynamo.Page page(@Nullable Map<String, AttributeValue> from) {
    return dynamo.query(
        it ->
            it.tableName(table)
                .keyConditionExpression("PK = :pk")
                .expressionAttributeValues(Map.of(":pk", Dynamo.s(pk)))
                .exclusiveStartKey(from)
                .limit(3));
  }
}
