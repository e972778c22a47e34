package lumina.infra;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import lumina.infra.config.Config;
import lumina.infra.config.OneServerConfig;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Tags;

/// Lumina on AWS: the stacks of the sizes small and large, and their dependencies.
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

  Cloud(App scope, Config config) {
    Tags.of(scope).add("Application", "lumina");
    network = new NetworkStack(scope, config.size(), config.domain().isPresent());
    tables = new TableStack(scope);
    database = new DatabaseStack(scope, network, config.size().database());
    var redis = config.size().cache();
    cache = redis == null ? null : new CacheStack(scope, network, redis);
    balancer = new BalancerStack(scope, network, config.domain());
    images = new ImageStack(scope, balancer, config);
    operator = new OperatorStack(scope, this, config);
    app = new AppStack(scope, this, config);
    app.addStackDependency(operator, "which makes the user that instances are in MySQL");
    alarms = new AlarmStack(scope, this, config);
  }

  List<Stack> stacks() {
    return Stream.of(network, tables, database, cache, balancer, images, operator, app, alarms)
        .filter(Objects::nonNull)
        .toList();
  }

  public static void main(String[] args) {
    App scope = new App(quiet().build());
    if (OneServerConfig.isChosen(scope.getNode())) {
      new OneServerStack(scope, OneServerConfig.of(scope.getNode()));
    } else {
      new Cloud(scope, Config.of(scope.getNode()));
    }
    scope.synth();
  }

  /// Sends no analytics about deployments.
  static AppProps.Builder quiet() {
    return AppProps.builder().analyticsReporting(false).treeMetadata(false);
  }
}
