package lumina.transfer;

import static lumina.storage.dynamo.Dynamo.s;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import lumina.Person;
import lumina.cli.CommandRun;
import lumina.cli.Served;
import lumina.stores.CloudStores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Records that one backend holds and the other cannot.
@Tag("cloud")
class SkippedRecordsTest {
  @TempDir private Path home;
  @TempDir private Path away;
  private final Map<String, String> cloud = new HashMap<>(CloudStores.environment());

  @Test
  void what_cannot_be_kept_is_named_and_does_not_hold_up_the_rest() {
    try (Served server = Served.on(inCloud())) {
      Person ann = server.stranger().signUp();
      Person bob = server.stranger().signUp();
      ann.befriend(bob);
      String first = ann.uploadPhoto();
      String second = ann.uploadPhoto();
      bob.post("/api/photos/" + first + "/comments", Map.of("text", "First")).expect(201);
      copyComments(first, second);
      var _ = Life.send(ann, bob, "Hello", "one");
      point("USER#" + ann.id(), "CONV#" + bob.id(), "MSG#1600000000000#nowhere");
    }
    CommandRun moved = move("local");
    assertThat(moved.exitCode()).as(moved.said()).isZero();
    assertThat(moved.said())
        .contains("left out: comments [", "left out: conversations [")
        .contains("Left out: 2 records that cannot be stored there")
        .contains("Everything is in local")
        .doesNotContain("DIFFERENT");
    CommandRun again = move("local");
    assertThat(again.exitCode()).as(again.said()).isZero();
    assertThat(again.said()).contains("Everything was copied already.");
  }

  /// The old application allowed duplicate ids.
  private void copyComments(String from, String to) {
    try (DynamoDbClient dynamo = dynamo()) {
      String table = setting("DYNAMODB_COMMENTS_TABLE");
      dynamo
          .query(
              it ->
                  it.tableName(table)
                      .keyConditionExpression("PK = :photo")
                      .expressionAttributeValues(Map.of(":photo", s("PHOTO#" + from))))
          .items()
          .forEach(
              comment -> {
                Map<String, AttributeValue> copy = new HashMap<>(comment);
                copy.put("PK", s("PHOTO#" + to));
                copy.put("photo_id", s(to));
                dynamo.putItem(put -> put.tableName(table).item(copy));
              });
    }
  }

  private void point(String partition, String sort, String message) {
    try (DynamoDbClient dynamo = dynamo()) {
      dynamo.updateItem(
          it ->
              it.tableName(setting("DYNAMODB_MESSAGES_TABLE"))
                  .key(Map.of("PK", s(partition), "SK", s(sort)))
                  .updateExpression("SET last_key = :key")
                  .expressionAttributeValues(Map.of(":key", s(message))));
    }
  }

  private DynamoDbClient dynamo() {
    return DynamoDbClient.builder()
        .region(Region.of(setting("AWS_REGION")))
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(
                    setting("AWS_ACCESS_KEY_ID"), setting("AWS_SECRET_ACCESS_KEY"))))
        .endpointOverride(URI.create(setting("AWS_ENDPOINT_URL_DYNAMODB")))
        .build();
  }

  private String setting(String name) {
    return Objects.requireNonNull(cloud.get(name), name);
  }

  @Test
  void two_people_with_what_is_one_address_there_are_named_in_a_sentence() {
    try (Served server = Served.on(Map.of("LUMINA_DATA", home.toString()))) {
      for (String name : new String[] {"jose", "josé"}) {
        Map<String, String> words =
            Map.of(
                "username", "person-" + name.hashCode(),
                "password", Person.PASSWORD,
                "email", name + "@x.org");
        server.stranger().post("/api/auth/signup", words).expect(201);
      }
    }
    CommandRun refused = move("dynamodb");
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.said())
        .contains("Two people would have the same address in dynamodb")
        .contains("jose@x.org (person 1) and josé@x.org (person 2)")
        .doesNotContain("\tat ");
  }

  private Map<String, String> inCloud() {
    Map<String, String> settings = new HashMap<>(cloud);
    settings.put("STORAGE_BACKEND", "dynamodb");
    settings.put("LUMINA_DATA", away.toString());
    return settings;
  }

  private CommandRun move(String to) {
    Map<String, String> settings = new HashMap<>(cloud);
    settings.remove("STORAGE_BACKEND");
    settings.put("LUMINA_DATA", home.toString());
    return CommandRun.of(settings, "move", "--to", to);
  }
}
