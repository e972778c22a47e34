package lumina.infra;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationTargetGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.HttpCodeElb;
import software.amazon.awscdk.services.elasticloadbalancingv2.HttpCodeTarget;
import software.amazon.awscdk.services.rds.DatabaseInstance;

/// The CloudWatch metrics of each part, in periods of five minutes. An alarm reads at most ten
/// metrics.
final class Metrics {
  private static final Duration PERIOD = Duration.minutes(5);

  private Metrics() {}

  static IMetric failures(ApplicationLoadBalancer balancer) {
    return balancer.getMetrics().httpCodeTarget(HttpCodeTarget.TARGET_5XX_COUNT, as("Sum"));
  }

  static IMetric ownFailures(ApplicationLoadBalancer balancer) {
    return balancer.getMetrics().httpCodeElb(HttpCodeElb.ELB_5XX_COUNT, as("Sum"));
  }

  /// Seconds, 95th percentile of the response times.
  static IMetric slowest(ApplicationLoadBalancer balancer) {
    return balancer.getMetrics().targetResponseTime(as("p95"));
  }

  static IMetric unhealthy(ApplicationTargetGroup instances) {
    return instances.getMetrics().unhealthyHostCount(as("Maximum"));
  }

  static IMetric connections(DatabaseInstance mysql) {
    return mysql.metricDatabaseConnections(as("Maximum"));
  }

  /// Bytes.
  static IMetric freeSpace(DatabaseInstance mysql) {
    return mysql.metricFreeStorageSpace(as("Minimum"));
  }

  static IMetric throttles(List<Table> tables) {
    return all(
        "SUM",
        tables.stream()
            .flatMap(
                table ->
                    Stream.of("ReadThrottleEvents", "WriteThrottleEvents")
                        .map(name -> dynamo(name, Map.of("TableName", table.getTableName())))));
  }

  static IMetric failures(List<Table> tables) {
    return all(
        "SUM",
        tables.stream()
            .flatMap(
                table ->
                    Stream.of("BatchGetItem", "Query", "TransactWriteItems")
                        .map(
                            operation ->
                                dynamo(
                                    "SystemErrors",
                                    Map.of(
                                        "TableName",
                                        table.getTableName(),
                                        "Operation",
                                        operation)))));
  }

  /// Percent, of the fullest node.
  static IMetric memory(CacheStack redis) {
    return all("MAX", node(redis, "DatabaseMemoryUsagePercentage", "Maximum"));
  }

  static IMetric evictions(CacheStack redis) {
    return all("SUM", node(redis, "Evictions", "Sum"));
  }

  private static Metric dynamo(String name, Map<String, String> of) {
    return metric("AWS/DynamoDB", name, of, "Sum");
  }

  private static Stream<Metric> node(CacheStack redis, String name, String statistic) {
    return redis.nodes.stream()
        .map(id -> metric("AWS/ElastiCache", name, Map.of("CacheClusterId", id), statistic));
  }

  private static Metric metric(
      String space, String name, Map<String, String> of, String statistic) {
    return Metric.Builder.create()
        .namespace(space)
        .metricName(name)
        .dimensionsMap(new TreeMap<>(of))
        .statistic(statistic)
        .period(PERIOD)
        .build();
  }

  private static IMetric all(String how, Stream<Metric> metrics) {
    Map<String, IMetric> named = new TreeMap<>();
    metrics.forEach(metric -> named.put("m" + named.size(), metric));
    return MathExpression.Builder.create()
        .expression(how + "([" + String.join(",", named.keySet()) + "])")
        .usingMetrics(named)
        .period(PERIOD)
        .build();
  }

  private static MetricOptions as(String statistic) {
    return MetricOptions.builder().statistic(statistic).period(PERIOD).build();
  }
}
