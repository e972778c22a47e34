package lumina.adopt;

import static lumina.storage.dynamo.Dynamo.n;
import static lumina.storage.dynamo.Dynamo.s;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lumina.stores.CloudStores;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.s3.S3Client;

/// The stores as the old application leaves them: two tables in MySQL, three in DynamoDB without an
/// index, and a bucket.
final class OldDeployment implements AutoCloseable {
  /// The settings of a Lumina that uses these stores.
  final Map<String, String> settings = new HashMap<>(CloudStores.environment());

  static final long READ_UNITS = 7;
  static final long WRITE_UNITS = 5;

  private static final String USERS =
      """
      CREATE TABLE users (id INT AUTO_INCREMENT PRIMARY KEY, username VARCHAR(50) UNIQUE NOT NULL,
        email VARCHAR(100) UNIQUE NOT NULL, password_hash VARCHAR(255) NOT NULL,
        created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP)
      """;
  private static final String FRIEND_REQUESTS =
      """
      CREATE TABLE friend_requests (id INT AUTO_INCREMENT PRIMARY KEY, requester_id INT NOT NULL,
        receiver_id INT NOT NULL, status ENUM('pending','accepted','declined') DEFAULT 'pending',
        created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
        FOREIGN KEY (requester_id) REFERENCES users (id),
        FOREIGN KEY (receiver_id) REFERENCES users (id))
      """;

  private final DynamoDbClient dynamo;
  private final S3Client s3;

  OldDeployment() {
    settings.remove("STORAGE_CREATE");
    StaticCredentialsProvider keys =
        StaticCredentialsProvider.create(
            AwsBasicCredentials.create(
                setting("AWS_ACCESS_KEY_ID"), setting("AWS_SECRET_ACCESS_KEY")));
    dynamo = dynamo(keys);
    s3 = s3(keys);
    s3.createBucket(it -> it.bucket(setting("S3_BUCKET")));
    table("DYNAMODB_PHOTOS_TABLE");
    table("DYNAMODB_COMMENTS_TABLE");
    table("DYNAMODB_MESSAGES_TABLE");
    sql(USERS);
    sql(FRIEND_REQUESTS);
  }

  private DynamoDbClient dynamo(StaticCredentialsProvider keys) {
    return DynamoDbClient.builder()
        .region(Region.of(setting("AWS_REGION")))
        .credentialsProvider(keys)
        .endpointOverride(URI.create(setting("AWS_ENDPOINT_URL_DYNAMODB")))
        .build();
  }

  private S3Client s3(StaticCredentialsProvider keys) {
    return S3Client.builder()
        .region(Region.of(setting("AWS_REGION")))
        .credentialsProvider(keys)
        .forcePathStyle(true)
        .endpointOverride(URI.create(setting("AWS_ENDPOINT_URL_S3")))
        .build();
  }

  private String setting(String name) {
    return Objects.requireNonNull(settings.get(name), name);
  }

  private void table(String setting) {
    dynamo.createTable(
        table ->
            table
                .tableName(setting(setting))
                .billingMode(BillingMode.PROVISIONED)
                .provisionedThroughput(
                    it -> it.readCapacityUnits(READ_UNITS).writeCapacityUnits(WRITE_UNITS))
                .attributeDefinitions(List.of(attribute("PK"), attribute("SK")))
                .keySchema(List.of(key("PK", KeyType.HASH), key("SK", KeyType.RANGE))));
  }

  private static AttributeDefinition attribute(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }

  void sql(String statement) {
    try (Connection connection = connect();
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The first number of a query's result, or -1 if the table does not exist.
  long number(String query) {
    try (Connection connection = connect();
        Statement sql = connection.createStatement();
        var row = sql.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException noTable) {
      return -1;
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:mysql://127.0.0.1:%s/%s?sessionVariables=sql_mode=''&jdbcCompliantTruncation=false"
            .formatted(setting("DB_PORT"), setting("DB_NAME")),
        setting("DB_USER"),
        setting("DB_PASSWORD"));
  }

  static String newId() {
    return UUID.randomUUID().toString().replace("-", "");
  }

  void photo(String id, Map<String, AttributeValue> attributes) {
    put("DYNAMODB_PHOTOS_TABLE", "PHOTO#" + id, "META", attributes);
  }

  void photoOfUser(long userId, String id) {
    put("DYNAMODB_PHOTOS_TABLE", "USER#" + userId, "PHOTO#" + id, Map.of("photo_id", s(id)));
  }

  void comment(String photoId, String sortKey, Map<String, AttributeValue> attributes) {
    put("DYNAMODB_COMMENTS_TABLE", "PHOTO#" + photoId, "COMMENT#" + sortKey, attributes);
  }

  /// A message in the format of the first versions.
  void message(long from, long to, long timestamp, String id, String text) {
    put(
        "DYNAMODB_MESSAGES_TABLE",
        "CONV#%d#%d".formatted(Math.min(from, to), Math.max(from, to)),
        "MSG#%d#%s".formatted(timestamp, id),
        Map.of(
            "message_id", s(id),
            "from_user_id", n(from),
            "from_username", s("user" + from),
            "to_user_id", n(to),
            "text", s(text),
            "timestamp", n(timestamp)));
  }

  private void put(
      String table, String partition, String sort, Map<String, AttributeValue> attributes) {
    Map<String, AttributeValue> item = new HashMap<>(attributes);
    item.put("PK", s(partition));
    item.put("SK", s(sort));
    dynamo.putItem(put -> put.tableName(setting(table)).item(item));
  }

  void file(String key, byte[] bytes) {
    s3.putObject(put -> put.bucket(setting("S3_BUCKET")).key(key), RequestBody.fromBytes(bytes));
  }

  /// The provisioned capacity of a table's indexes, as `name reads writes`.
  List<String> capacity(String table) {
    return dynamo
        .describeTable(it -> it.tableName(setting(table)))
        .table()
        .globalSecondaryIndexes()
        .stream()
        .map(
            index ->
                "%s %d %d"
                    .formatted(
                        index.indexName(),
                        index.provisionedThroughput().readCapacityUnits(),
                        index.provisionedThroughput().writeCapacityUnits()))
        .sorted()
        .toList();
  }

  /// An attribute of an item, as text.
  String attribute(String table, String partition, String sort, String name) {
    return Objects.requireNonNull(
            dynamo
                .getItem(
                    it ->
                        it.tableName(setting(table)).key(Map.of("PK", s(partition), "SK", s(sort))))
                .item()
                .get(name),
            name)
        .s();
  }

  boolean hasFile(String key) {
    return s3.listObjectsV2(it -> it.bucket(setting("S3_BUCKET")).prefix(key)).keyCount() > 0;
  }

  /// The number of items in all three tables.
  long items() {
    return settings.keySet().stream()
        .filter(name -> name.startsWith("DYNAMODB_"))
        .mapToLong(name -> dynamo.scan(it -> it.tableName(setting(name))).count())
        .sum();
  }

  @Override
  public void close() {
    dynamo.close();
    s3.close();
  }
}
