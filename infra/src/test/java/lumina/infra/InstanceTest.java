package lumina.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lumina.infra.Deployed.Thing;
import org.junit.jupiter.api.Test;

class InstanceTest {

  @Test
  void credentialsAreGivenToNoneWhoCannotAskTwice() {
    for (Thing template : templates()) {
      assertThat(template.at("LaunchTemplateData", "MetadataOptions", "HttpTokens"))
          .isEqualTo("required");
      assertThat(template.at("LaunchTemplateData", "MetadataOptions", "HttpPutResponseHopLimit"))
          .isEqualTo(1);
    }
  }

  @Test
  void disksAreEncrypted() {
    for (Thing template : templates()) {
      assertThat(template.list("LaunchTemplateData", "BlockDeviceMappings"))
          .hasSize(1)
          .allMatch(disk -> Boolean.TRUE.equals(Deployed.at(disk, "Ebs", "Encrypted")));
    }
  }

  @Test
  void noSecretIsInTheScriptOfAnInstance() {
    for (Thing template : templates()) {
      assertThat(script(template))
          .doesNotContain("{{resolve:", "PRIVATE KEY", "rediss://lumina", "AKIA")
          .contains("secretsmanager get-secret-value")
          .doesNotContainPattern("(PASSWORD|SECRET_KEY|PRIVATE_KEY|TOKEN)=['\"]?\\w")
          .hasSizeLessThan(16_000);
    }
  }

  @Test
  void luminaIsToldEverySettingOfTheCloud() {
    for (Thing template : templates()) {
      assertThat(script(template))
          .contains(
              "\nSTORAGE_BACKEND=dynamodb\n",
              "\nPORT=8080\n",
              "\nLISTEN=0.0.0.0\n",
              "\nPUBLIC_URL=https://",
              "\nTRUSTED_PROXIES=",
              "\nLUMINA_DATA=/var/lib/lumina\n",
              "\nAWS_REGION={AWS::Region}\n",
              "\nDB_TLS=verify\n",
              "\nDB_NAME=lumina\n",
              "\nDB_USER=lumina_app\n")
          .contains(
              "\nDB_HOST=",
              "\nDB_CA=/",
              "\nDB_PORT=",
              "\nS3_BUCKET=",
              "\nDYNAMODB_PHOTOS_TABLE=",
              "\nDYNAMODB_COMMENTS_TABLE=",
              "\nDYNAMODB_MESSAGES_TABLE=",
              "\nCDN_BASE_URL=https://",
              "\nCDN_KEY_PAIR_ID=",
              "\nCDN_DISTRIBUTION_ID={",
              "\nAWS_ENDPOINT_URL_CLOUDFRONT=https://cloudfront.global.api.aws\n")
          .contains("\nDB_PASSWORD='$", "\nCDN_PRIVATE_KEY='$");
    }
  }

  @Test
  void redisIsNamedOnlyWhereThereIsOne() {
    assertThat(script(Deployed.the(Deployed.LARGE, "EC2::LaunchTemplate")))
        .contains("\nREDIS_HOST=", "\nREDIS_SECRET=");
    assertThat(script(Deployed.the(Deployed.SMALL, "EC2::LaunchTemplate")))
        .doesNotContain("\nREDIS_HOST=", "\nREDIS_SECRET=");
  }

  @Test
  void anOldInstanceStaysUntilANewOneHasAnswered() {
    for (Thing group : Deployed.all("AutoScaling::AutoScalingGroup")) {
      Object update = Deployed.at(group.whole(), "UpdatePolicy", "AutoScalingRollingUpdate");
      assertThat(Deployed.text(Deployed.at(update, "MinInstancesInService")))
          .isEqualTo(group.at("MinSize"));
      assertThat(Deployed.at(update, "WaitOnResourceSignals")).isEqualTo(true);
      assertThat(group.at("HealthCheckType")).isEqualTo("ELB");
      assertThat(Integer.parseInt(Deployed.text(group.at("MaxSize"))))
          .isGreaterThan(Integer.parseInt(Deployed.text(group.at("MinSize"))));
    }
    assertThat(templates())
        .allMatch(t -> script(t).contains("cfn-signal"))
        .allMatch(t -> script(t).stripTrailing().endsWith("/api/health/live"));
  }

  @Test
  void theLargeOneGrowsWithWorkAndWithVisitors() {
    assertThat(Deployed.all("AutoScaling::ScalingPolicy"))
        .extracting(
            policy ->
                policy.at(
                    "TargetTrackingConfiguration",
                    "PredefinedMetricSpecification",
                    "PredefinedMetricType"))
        .containsExactlyInAnyOrder("ASGAverageCPUUtilization", "ALBRequestCountPerTarget");
  }

  private static List<Thing> templates() {
    return Deployed.all("EC2::LaunchTemplate");
  }

  private static String script(Thing template) {
    return Deployed.text(template.at("LaunchTemplateData", "UserData"));
  }
}
