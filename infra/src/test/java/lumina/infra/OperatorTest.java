package lumina.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import lumina.infra.Deployed.Thing;
import org.junit.jupiter.api.Test;

class OperatorTest {
  @Test
  void whoLooksAfterLuminaHasAMachineInsideThatNobodyCanCall() {
    for (Thing machine : Deployed.all("EC2::Instance")) {
      assertThat(machine.at("MetadataOptions", "HttpTokens")).isEqualTo("required");
      assertThat(machine.at("BlockDeviceMappings", 0, "Ebs", "Encrypted")).isEqualTo(true);
      assertThat(machine.at("KeyName")).isNull();
      assertThat(Deployed.at(machine.whole(), "CreationPolicy", "ResourceSignal")).isNotNull();
      assertThat(Deployed.text(machine.at("UserData")))
          .contains("lumina database-user", "DB_APP_USER=lumina_app", "UseDualStackEndpoint")
          .doesNotContain("{{resolve:");
    }
  }

  @Test
  void serversAreNotTheAdministratorOfMySql() {
    for (Thing template : Deployed.all("EC2::LaunchTemplate")) {
      assertThat(Deployed.text(template.at("LaunchTemplateData", "UserData")))
          .contains("\nDB_USER=lumina_app\n")
          .doesNotContain("MySqlSecret");
    }
    assertThat(Deployed.all("RDS::DBInstance"))
        .noneMatch(mysql -> "lumina_app".equals(mysql.at("MasterUsername")));
  }

  @Test
  void instancesUseWhatWasRestored() {
    Cloud restored =
        Deployed.cloud(
            "restored",
            Map.of(
                "size", "small",
                "databaseHost", "lumina-2.abc.eu-west-1.rds.amazonaws.com",
                "photosTable", "lumina_photos_2",
                "commentsTable", "lumina_comments_2",
                "messagesTable", "lumina_messages_2"));
    List<Thing> things = Deployed.things(restored).toList();
    for (String type : List.of("AWS::EC2::LaunchTemplate", "AWS::EC2::Instance")) {
      assertThat(things.stream().filter(it -> it.type().equals(type)).map(Thing::at))
          .singleElement()
          .extracting(Deployed::text)
          .asString()
          .contains("DB_HOST=lumina-2.abc.eu-west-1.rds.amazonaws.com\n")
          .contains("DYNAMODB_PHOTOS_TABLE=lumina_photos_2\n");
    }
    assertThat(things.stream().filter(it -> it.type().equals("AWS::IAM::Policy")))
        .isNotEmpty()
        .allMatch(policy -> Deployed.text(policy.at()).contains("table/lumina_messages_2"));
  }
}
