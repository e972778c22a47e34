package lumina.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lumina.infra.Deployed.Thing;
import org.junit.jupiter.api.Test;

class TableTest {
  private static final String KEYS = "PK(S) SK(S)";

  @Test
  void thereAreExactlyTheTablesAndIndexesThatTheServerAsks() {
    assertThat(keys(Deployed.SMALL)).isEqualTo(keys(Deployed.LARGE));
    assertThat(keys(Deployed.SMALL))
        .isEqualTo(
            Map.of(
                "lumina_photos", KEYS,
                "lumina_photos/likes_by_photo", "liked_photo(S) like_order(N) ALL",
                "lumina_photos/likes_by_person", "liker_id(N) like_order(N) ALL",
                "lumina_comments", KEYS,
                "lumina_comments/comments_by_person", "user_id(N) created_at(N) ALL",
                "lumina_messages", KEYS,
                "lumina_messages/messages_by_id", "message_id(S) ALL",
                "lumina_messages/conversations_by_last", "owner_id(N) last_order(N) ALL"));
  }

  @Test
  void whatIsWrittenCanBeHadBackToTheSecond() {
    assertThat(Deployed.all("DynamoDB::Table"))
        .allMatch(
            table ->
                Boolean.TRUE.equals(
                    table.at("PointInTimeRecoverySpecification", "PointInTimeRecoveryEnabled")));
  }

  @Test
  void noTableGoesWithItsStack() {
    assertThat(Deployed.all("DynamoDB::Table"))
        .allMatch(table -> Boolean.TRUE.equals(table.at("DeletionProtectionEnabled")))
        .allMatch(table -> "Retain".equals(table.whole().get("DeletionPolicy")))
        .allMatch(table -> "Retain".equals(table.whole().get("UpdateReplacePolicy")));
  }

  @Test
  void tablesAreEncryptedAndPaidByTheRequest() {
    assertThat(Deployed.all("DynamoDB::Table"))
        .allMatch(table -> Boolean.TRUE.equals(table.at("SSESpecification", "SSEEnabled")))
        .allMatch(table -> "PAY_PER_REQUEST".equals(table.at("BillingMode")));
  }

  private static Map<String, String> keys(Cloud cloud) {
    Map<String, String> keys = new TreeMap<>();
    for (Thing table : Deployed.all("DynamoDB::Table")) {
      if (table.cloud() == cloud) {
        String name = Deployed.text(table.at("TableName"));
        keys.put(name, spelled(table, table.list("KeySchema")));
        for (Object index : table.list("GlobalSecondaryIndexes")) {
          keys.put(
              name + "/" + Deployed.at(index, "IndexName"),
              spelled(table, Deployed.list(index, "KeySchema"))
                  + " "
                  + Deployed.at(index, "Projection", "ProjectionType"));
        }
      }
    }
    return keys;
  }

  private static String spelled(Thing table, List<Object> schema) {
    return String.join(
        " ",
        schema.stream()
            .map(key -> typed(table, Deployed.text(Deployed.at(key, "AttributeName"))))
            .toList());
  }

  private static String typed(Thing table, String attribute) {
    return table.list("AttributeDefinitions").stream()
        .filter(defined -> attribute.equals(Deployed.at(defined, "AttributeName")))
        .map(defined -> attribute + "(" + Deployed.at(defined, "AttributeType") + ")")
        .findFirst()
        .orElseThrow();
  }
}
