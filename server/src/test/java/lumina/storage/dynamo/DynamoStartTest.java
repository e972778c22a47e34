package lumina.storage.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lumina.storage.StartRefused;
import lumina.stores.DynamoDbLocal;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/// What Lumina finds in DynamoDB when it starts, and what it reports.
@Isolated("It takes away what the SDK knows.")
class DynamoStartTest {
  private final DynamoFaults faults = new DynamoFaults();
  private final Map<String, String> tables = DynamoDbLocal.shared().newTables();

  @AfterEach
  void everythingIsFoundAgain() {
    DynamoDbLocal.shared().announce();
  }

  @Test
  void what_is_missing_is_created_once_asked_to() {
    try (var first = DynamoContext.start(faults, true, tables)) {
      assertThat(keysOf(first))
          .containsExactly(
              "PK+SK likes_by_person:liker_id+like_order likes_by_photo:liked_photo+like_order",
              "PK+SK comments_by_person:user_id+created_at",
              "PK+SK conversations_by_last:owner_id+last_order messages_by_id:message_id");
    }
    faults.sent();
    DynamoContext.start(faults, true, tables).close();
    assertThat(faults.sent()).containsOnly("DescribeTable", "Query");
  }

  @Test
  void without_being_asked_to_create_it_only_queries() {
    DynamoContext.start(faults, true, tables).close();
    faults.sent();
    DynamoContext.start(faults, false, tables).close();
    assertThat(faults.sent()).hasSize(8).containsOnly("Query");
  }

  @Test
  void instances_that_start_at_the_same_time_create_it_together() throws Exception {
    Map<String, String> looking = new HashMap<>(tables);
    looking.put("storage.look-only", "true");
    try (ConfigurableApplicationContext context = DynamoContext.start(faults, false, looking);
        ExecutorService two = Executors.newFixedThreadPool(2)) {
      DynamoDbClient client = context.getBean(DynamoDbClient.class);
      DynamoTables named = context.getBean(DynamoTables.class);
      List<Future<?>> starts =
          Stream.<Runnable>generate(
                  () -> () -> new DynamoStart(client, named, true, 0).afterPropertiesSet())
              .limit(2)
              .<Future<?>>map(two::submit)
              .toList();
      for (Future<?> start : starts) {
        start.get();
      }
    }
    DynamoContext.start(faults, false, tables).close();
  }

  @Test
  void indexes_are_added_to_the_tables_of_the_old_application() {
    createTables("PK", "SK");
    assertRefusal()
        .hasMessageMatching(
            "The table lumina_\\d+_photos has no index likes_by_photo: bin/lumina adopt adds it,"
                + " and so does one start with STORAGE_CREATE=true.");
    DynamoContext.start(faults, true, tables).close();
    DynamoContext.start(faults, false, tables).close();
  }

  @Test
  void a_missing_table_is_named() {
    assertRefusal()
        .hasMessageMatching(
            "DynamoDB in eu-central-1 has no table lumina_\\d+_photos: create it with infra/, start"
                + " once with STORAGE_CREATE=true, or check AWS_REGION and the DYNAMODB_…_TABLE"
                + " names.");
  }

  @Test
  void a_table_with_other_keys_is_not_used() {
    createTables("id", "sort");
    assertRefusal().hasMessageContaining("is not as Lumina needs it, see docs/dynamodb.md");
  }

  @ParameterizedTest
  @CsvSource({"other_time, N, ALL", "created_at, S, ALL", "created_at, N, KEYS_ONLY"})
  void an_index_with_other_keys_types_or_projection_is_not_used(
      String order, ScalarAttributeType type, ProjectionType projection) {
    DynamoContext.start(faults, true, tables).close();
    try (DynamoDbClient client = client()) {
      String table = String.valueOf(tables.get("DYNAMODB_COMMENTS_TABLE"));
      client.deleteTable(it -> it.tableName(table));
      client.createTable(
          table(table, "PK", "SK").toBuilder()
              .attributeDefinitions(
                  text("PK"),
                  text("SK"),
                  text("user_id").toBuilder().attributeType(ScalarAttributeType.N).build(),
                  text(order).toBuilder().attributeType(type).build())
              .globalSecondaryIndexes(
                  GlobalSecondaryIndex.builder()
                      .indexName("comments_by_person")
                      .keySchema(key("user_id", KeyType.HASH), key(order, KeyType.RANGE))
                      .projection(it -> it.projectionType(projection))
                      .build())
              .build());
    }
    assertRefusal()
        .hasMessageContaining("keys, types or projection of")
        .hasMessageContaining("comments_by_person");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          UnrecognizedClientException | The security token included in the request is invalid. | AWS does not know these credentials (region eu-central-1): check AWS_ACCESS_KEY_ID, or the role of this machine.
          InvalidSignatureException   | The request signature we calculated does not match     | The AWS secret does not fit its access key: check AWS_SECRET_ACCESS_KEY.
          InvalidSignatureException   | Signature expired: 20261101T010203Z is now earlier     | The clock of this machine is wrong
          ExpiredTokenException       | The security token included in the request is expired  | The session token of the AWS credentials has expired: get new ones and start again.
          AccessDeniedException       | User: arn:aws:iam::1:user/x is not authorized to perform: dynamodb:Query on resource: x | The AWS role has no permission for dynamodb:Query on table/lumina_
          ValidationException         | Cannot read from backfilling global secondary index: x | DynamoDB is still creating lumina_
          InternalServerError         | Something went wrong                                   | DynamoDB cannot be used now (lumina_
          """)
  void what_aws_refuses_is_said_in_one_sentence(String code, String message, String sentence) {
    faults.failNext(
        Stream.generate(() -> DynamoFaults.error(code, message))
            .limit(4)
            .toArray(RuntimeException[]::new));
    assertRefusal().message().startsWith(sentence).doesNotContain("\n");
  }

  @Test
  void nobody_who_answers_is_said_in_one_sentence() {
    System.setProperty("aws.endpointUrlDynamoDb", "http://localhost:1");
    assertRefusal()
        .message()
        .startsWith("DynamoDB in eu-central-1 does not answer: check AWS_REGION,");
  }

  @Test
  void missing_credentials_are_said_in_one_sentence() {
    System.clearProperty("aws.accessKeyId");
    System.setProperty("aws.disableEc2Metadata", "true");
    assertRefusal().message().startsWith("There are no AWS credentials: give this machine");
  }

  @Test
  void a_missing_region_is_said_in_one_sentence() {
    System.setProperty("aws.disableEc2Metadata", "true");
    Map<String, String> nowhere = new HashMap<>(tables);
    nowhere.put("AWS_REGION", "");
    assertRefusal(nowhere)
        .message()
        .startsWith("AWS_REGION is not set: name the region of the tables");
  }

  private AbstractThrowableAssert<?, ? extends Throwable> assertRefusal() {
    return assertRefusal(tables);
  }

  private AbstractThrowableAssert<?, ? extends Throwable> assertRefusal(
      Map<String, String> environment) {
    Throwable refused =
        catchThrowable(() -> DynamoContext.start(faults, false, environment).close());
    return assertThat(NestedExceptionUtils.getMostSpecificCause(refused))
        .isInstanceOf(StartRefused.class);
  }

  /// Creates the tables as the old application did: without indexes.
  private void createTables(String hash, String range) {
    try (DynamoDbClient client = client()) {
      tables.keySet().stream()
          .filter(setting -> setting.endsWith("_TABLE"))
          .map(tables::get)
          .forEach(name -> client.createTable(table(name, hash, range)));
    }
  }

  private static DynamoDbClient client() {
    return DynamoDbClient.builder()
        .region(Region.EU_CENTRAL_1)
        .httpClientBuilder(Apache5HttpClient.builder())
        .build();
  }

  private static CreateTableRequest table(String name, String hash, String range) {
    return CreateTableRequest.builder()
        .tableName(name)
        .billingMode(BillingMode.PAY_PER_REQUEST)
        .keySchema(key(hash, KeyType.HASH), key(range, KeyType.RANGE))
        .attributeDefinitions(text(hash), text(range))
        .build();
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }

  private static AttributeDefinition text(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  /// Such as "PK+SK messages_by_id:message_id".
  private static List<String> keysOf(ConfigurableApplicationContext context) {
    DynamoDbClient client = context.getBean(DynamoDbClient.class);
    return context.getBean(DynamoTables.class).all().stream()
        .map(table -> client.describeTable(it -> it.tableName(table.name())).table())
        .map(
            table ->
                Stream.concat(
                        Stream.of(keysOf(table.keySchema())),
                        table.globalSecondaryIndexes().stream()
                            .map(it -> it.indexName() + ":" + keysOf(it.keySchema()))
                            .sorted())
                    .collect(Collectors.joining(" ")))
        .toList();
  }

  private static String keysOf(List<KeySchemaElement> keys) {
    return keys.stream().map(KeySchemaElement::attributeName).collect(Collectors.joining("+"));
  }
}
