package lumina.infra;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Tags;

/// Lumina on AWS: who stands where, and who knows of whom.
public final class Cloud {
  final NetworkStack network;
  final TableStack tables;
  final DatabaseStack database;
  final @Nullable CacheStack cache;
  final BalancerStack balancer;
  final ImageStack images;
  final OperatorStack operator;
  final AppStack app;
  final AlarmStack alarms;

  Cloud(App scope, Choices choices) {
    Tags.of(scope).add("Application", "lumina");
    network = new NetworkStack(scope, choices.size(), choices.domain().isPresent());
    tables = new TableStack(scope);
    database = new DatabaseStack(scope, network, choices.size().database());
    var redis = choices.size().cache();
    cache = redis == null ? null : new CacheStack(scope, network, redis);
    balancer = new BalancerStack(scope, network, choices.domain());
    images = new ImageStack(scope, balancer, choices);
    operator = new OperatorStack(scope, this, choices);
    app = new AppStack(scope, this, choices);
    app.addStackDependency(operator, "which makes the user that instances are in MySQL");
    alarms = new AlarmStack(scope, this, choices);
  }

  List<Stack> stacks() {
    return Stream.of(network, tables, database, cache, balancer, images, operator, app, alarms)
        .filter(Objects::nonNull)
        .toList();
  }

  public static void main(String[] args) {
    App scope = new App(quiet().build());
    new Cloud(scope, Choices.of(scope.getNode()));
    scope.synth();
  }

  /// Nothing is told to anyone about what is deployed.
  static AppProps.Builder quiet() {
    return AppProps.builder().analyticsReporting(false).treeMetadata(false);
  }
}
