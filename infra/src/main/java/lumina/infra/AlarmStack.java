package lumina.infra;

import static software.amazon.awscdk.services.cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD;
import static software.amazon.awscdk.services.cloudwatch.ComparisonOperator.LESS_THAN_THRESHOLD;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.constructs.Construct;

/// When somebody should look, and how they hear of it: three bad readings of five minutes in a row,
/// or one where even one is too many.
final class AlarmStack extends Stack {
  private final Topic topic;

  AlarmStack(Construct scope, Cloud cloud, Choices choices) {
    super(scope, "LuminaAlarms");
    topic = topic();
    choices.alarmEmail().ifPresent(to -> topic.addSubscription(new EmailSubscription(to)));
    visitors(cloud.balancer);
    mysql(cloud.database, choices.size().database());
    evenOne("TablesThrottle", Readings.throttles(cloud.tables.all()));
    evenOne("TablesFail", Readings.failures(cloud.tables.all()));
    if (cloud.cache != null) {
      often("RedisFull", Readings.memory(cloud.cache), 80);
      evenOne("RedisForgets", Readings.evictions(cloud.cache));
    }
  }

  /// CloudWatch must be named: with a policy of its own a topic no longer listens to its account.
  private Topic topic() {
    Topic made = Topic.Builder.create(this, "Topic").enforceSsl(true).build();
    made.addToResourcePolicy(
        PolicyStatement.Builder.create()
            .principals(List.of(new ServicePrincipal("cloudwatch.amazonaws.com")))
            .actions(List.of("sns:Publish"))
            .resources(List.of(made.getTopicArn()))
            .conditions(Map.of("StringEquals", Map.of("aws:SourceAccount", getAccount())))
            .build());
    return made;
  }

  private void visitors(BalancerStack at) {
    often("LuminaFails", Readings.failures(at.balancer), 10);
    often("BalancerFails", Readings.ownFailures(at.balancer), 10);
    often("Slow", Readings.slowest(at.balancer), 2);
    often("UnhealthyInstance", Readings.unhealthy(at.instances), 1);
  }

  private void mysql(DatabaseStack at, Size.Database size) {
    double tenth = size.gigabytes() * 1e9 / 10;
    often("MySqlBusy", at.mysql.metricCPUUtilization(), 80);
    often("MySqlCrowded", Readings.connections(at.mysql), size.connectionsAlarm());
    alarm("MySqlDiskFull", Readings.freeSpace(at.mysql), tenth, LESS_THAN_THRESHOLD, 1);
  }

  private void often(String id, IMetric reading, double tooMuch) {
    alarm(id, reading, tooMuch, GREATER_THAN_OR_EQUAL_TO_THRESHOLD, 3);
  }

  private void evenOne(String id, IMetric reading) {
    alarm(id, reading, 1, GREATER_THAN_OR_EQUAL_TO_THRESHOLD, 1);
  }

  private void alarm(
      String id, IMetric reading, double limit, ComparisonOperator compared, int times) {
    Alarm.Builder.create(this, id)
        .metric(reading)
        .threshold(limit)
        .comparisonOperator(compared)
        .evaluationPeriods(times)
        .treatMissingData(TreatMissingData.NOT_BREACHING)
        .build()
        .addAlarmAction(new SnsAction(topic));
  }
}
