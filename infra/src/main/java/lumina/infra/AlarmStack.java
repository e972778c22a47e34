package lumina.infra;

import static software.amazon.awscdk.services.cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD;
import static software.amazon.awscdk.services.cloudwatch.ComparisonOperator.LESS_THAN_THRESHOLD;

import java.util.List;
import java.util.Map;
import lumina.infra.config.Config;
import lumina.infra.config.Size;
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

/// Alarms and their e-mail subscription. An alarm goes off after three bad periods of five minutes
/// in a row, or after one where a single failure is too many.
final class AlarmStack extends Stack {
  private final Topic topic;

  AlarmStack(Construct scope, Cloud cloud, Config config) {
    super(scope, "LuminaAlarms");
    topic = topic();
    config.alarmEmail().ifPresent(to -> topic.addSubscription(new EmailSubscription(to)));
    visitors(cloud.balancer);
    mysql(cloud.database, config.size().database());
    single("TablesThrottle", Metrics.throttles(cloud.tables.all()));
    single("TablesFail", Metrics.failures(cloud.tables.all()));
    if (cloud.cache != null) {
      sustained("RedisFull", Metrics.memory(cloud.cache), 80);
      single("RedisForgets", Metrics.evictions(cloud.cache));
    }
  }

  /// CloudWatch must be named: a topic with its own policy no longer accepts messages from its
  /// account.
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
    sustained("LuminaFails", Metrics.failures(at.balancer), 10);
    sustained("BalancerFails", Metrics.ownFailures(at.balancer), 10);
    sustained("Slow", Metrics.slowest(at.balancer), 2);
    sustained("UnhealthyInstance", Metrics.unhealthy(at.instances), 1);
  }

  private void mysql(DatabaseStack at, Size.Database size) {
    double tenth = size.gigabytes() * 1e9 / 10;
    sustained("MySqlBusy", at.mysql.metricCPUUtilization(), 80);
    sustained("MySqlCrowded", Metrics.connections(at.mysql), size.connectionsAlarm());
    alarm("MySqlDiskFull", Metrics.freeSpace(at.mysql), tenth, LESS_THAN_THRESHOLD, 1);
  }

  private void sustained(String id, IMetric metric, double tooMuch) {
    alarm(id, metric, tooMuch, GREATER_THAN_OR_EQUAL_TO_THRESHOLD, 3);
  }

  private void single(String id, IMetric metric) {
    alarm(id, metric, 1, GREATER_THAN_OR_EQUAL_TO_THRESHOLD, 1);
  }

  private void alarm(
      String id, IMetric metric, double limit, ComparisonOperator compared, int times) {
    Alarm.Builder.create(this, id)
        .metric(metric)
        .threshold(limit)
        .comparisonOperator(compared)
        .evaluationPeriods(times)
        .treatMissingData(TreatMissingData.NOT_BREACHING)
        .build()
        .addAlarmAction(new SnsAction(topic));
  }
}
