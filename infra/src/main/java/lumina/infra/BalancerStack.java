package lumina.infra;

import java.util.List;
import java.util.Optional;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.elasticloadbalancingv2.AddApplicationActionProps;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationListener;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationProtocol;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationTargetGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.BaseApplicationListenerProps;
import software.amazon.awscdk.services.elasticloadbalancingv2.FixedResponseOptions;
import software.amazon.awscdk.services.elasticloadbalancingv2.HealthCheck;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerAction;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerCertificate;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerCondition;
import software.amazon.awscdk.services.elasticloadbalancingv2.SslPolicy;
import software.amazon.awscdk.services.elasticloadbalancingv2.TargetType;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.constructs.Construct;

/// The load balancer. It serves who comes through CloudFront, which shows it a word that only the
/// two know: a visitor's address can then be believed, and nobody comes in without TLS.
final class BalancerStack extends Stack {
  static final String DOOR_HEADER = "X-Lumina-Door";

  final ApplicationLoadBalancer balancer;
  final ApplicationTargetGroup instances;
  final Secret door;

  BalancerStack(Construct scope, NetworkStack network, Optional<Choices.Domain> domain) {
    super(scope, "LuminaBalancer");
    door = Secrets.made(this, "Door", "What CloudFront shows to the load balancer");
    balancer = balancer(network, domain.isPresent());
    instances = instances(network);
    if (domain.isPresent()) {
      serve(https(domain.get().certificate()));
      balancer.addRedirect();
    } else {
      serve(http());
    }
  }

  /// Without a certificate CloudFront comes to it inside the network, where it stands then: what
  /// visitors say never crosses the internet in the clear.
  ///
  /// A socket is silent for 25 seconds at most, so two minutes of silence mean that nobody is
  /// there.
  private ApplicationLoadBalancer balancer(NetworkStack network, boolean openToTheWorld) {
    return ApplicationLoadBalancer.Builder.create(this, "Balancer")
        .vpc(network.vpc)
        .vpcSubnets(openToTheWorld ? NetworkStack.PUBLIC : NetworkStack.APP)
        .internetFacing(openToTheWorld)
        .securityGroup(network.balancer)
        .idleTimeout(Duration.seconds(120))
        .dropInvalidHeaderFields(true)
        .build();
  }

  private ApplicationTargetGroup instances(NetworkStack network) {
    return ApplicationTargetGroup.Builder.create(this, "Instances")
        .vpc(network.vpc)
        .targetType(TargetType.INSTANCE)
        .protocol(ApplicationProtocol.HTTP)
        .port(NetworkStack.APP_PORT)
        .deregistrationDelay(Duration.seconds(30))
        .healthCheck(
            HealthCheck.builder()
                .path("/api/health/live")
                .interval(Duration.seconds(10))
                .timeout(Duration.seconds(5))
                .healthyThresholdCount(2)
                .unhealthyThresholdCount(3)
                .build())
        .build();
  }

  private ApplicationListener https(String certificate) {
    return balancer.addListener(
        "Https",
        listener(443, ApplicationProtocol.HTTPS)
            .certificates(List.of(ListenerCertificate.fromArn(certificate)))
            .sslPolicy(SslPolicy.RECOMMENDED_TLS)
            .build());
  }

  private ApplicationListener http() {
    return balancer.addListener("Http", listener(80, ApplicationProtocol.HTTP).build());
  }

  private static BaseApplicationListenerProps.Builder listener(
      int port, ApplicationProtocol protocol) {
    FixedResponseOptions frontDoor =
        FixedResponseOptions.builder()
            .contentType("text/plain")
            .messageBody("Please come in by the front door.")
            .build();
    return BaseApplicationListenerProps.builder()
        .port(port)
        .protocol(protocol)
        .open(false)
        .defaultAction(ListenerAction.fixedResponse(403, frontDoor));
  }

  private void serve(ApplicationListener listener) {
    String word = door.getSecretValue().unsafeUnwrap();
    listener.addAction(
        "Lumina",
        AddApplicationActionProps.builder()
            .priority(1)
            .conditions(List.of(ListenerCondition.httpHeader(DOOR_HEADER, List.of(word))))
            .action(ListenerAction.forward(List.of(instances)))
            .build());
  }
}
