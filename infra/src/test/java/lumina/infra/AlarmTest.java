package lumina.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import lumina.infra.Deployed.Thing;
import org.junit.jupiter.api.Test;

class AlarmTest {

  @Test
  void somebodyHearsOfWhateverGoesWrong() {
    assertThat(watched(Deployed.LARGE))
        .contains(
            "HTTPCode_Target_5XX_Count",
            "HTTPCode_ELB_5XX_Count",
            "TargetResponseTime",
            "UnHealthyHostCount",
            "CPUUtilization",
            "FreeStorageSpace",
            "DatabaseConnections",
            "ReadThrottleEvents",
            "WriteThrottleEvents",
            "SystemErrors",
            "DatabaseMemoryUsagePercentage",
            "Evictions");
    assertThat(watched(Deployed.SMALL))
        .contains("HTTPCode_Target_5XX_Count", "FreeStorageSpace", "SystemErrors")
        .doesNotContain("Evictions");
  }

  @Test
  void everyAlarmIsSentAndTheTopicTakesItFromThisAccountAlone() {
    assertThat(Deployed.all("CloudWatch::Alarm"))
        .allMatch(alarm -> Deployed.text(alarm.at("AlarmActions")).contains("{Topic"));
    assertThat(Deployed.all("SNS::TopicPolicy"))
        .allMatch(p -> Deployed.text(p.at()).contains("cloudwatch.amazonaws.com"))
        .allMatch(p -> Deployed.text(p.at()).contains("{AWS::AccountId}"));
    assertThat(Deployed.the(Deployed.LARGE, "SNS::Subscription").at("Endpoint"))
        .isEqualTo("somebody@example.org");
  }

  private static List<Object> watched(Cloud cloud) {
    return Deployed.all("CloudWatch::Alarm").stream()
        .filter(alarm -> alarm.cloud() == cloud)
        .flatMap(AlarmTest::metrics)
        .toList();
  }

  private static Stream<Object> metrics(Thing alarm) {
    Object own = alarm.at("MetricName");
    return own != null
        ? Stream.of(own)
        : alarm.list("Metrics").stream()
            .map(m -> String.valueOf(Deployed.at(m, "MetricStat", "Metric", "MetricName")));
  }
}
