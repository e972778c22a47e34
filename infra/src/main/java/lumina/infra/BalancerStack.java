package lumina.infra;

import java.util.List;
import java.util.Optional;
import lumina.infra.config.Config;
import lumina.infra.construct.Secrets;
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

/// The load balancer. It only serves requests that carry a secret which CloudFront adds: so the
/// address of a visitor can be believed, and nobody comes in without TLS.
final class BalancerStack extends Stack {
  static final String ORIGIN_SECRET_HEADER = "X-Lumina-Door";

  final ApplicationLoadBalancer balancer;
  final ApplicationTargetGroup instances;
  final Secret originSecret;

  BalancerStack(Construct scope, NetworkStack network, Optional<Config.Domain> domain) {
    super(scope, "LuminaBalancer");
    originSecret = Secrets.made(this, "Door", "What CloudFront shows to the load balancer");
    balancer = balancer(network, domain.isPresent());
    instances = instances(network);
    if (domain.isPresent()) {
      serve(https(domain.get().certificate()));
      balancer.addRedirect();
    } else {
      serve(http());
    }
  }

  /// Without a certificate, the balancer is internal and CloudFront reaches it inside the network:
  /// requests never cross the internet in the clear.
  ///
  /// A socket sends something every 25 seconds, so two minutes of silence mean that the client is
  /// gone.
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
    FixedResponseOptions refused =
        FixedResponseOptions.builder()
            .contentType("text/plain")
            .messageBody("Please use the public address of this site.")
            .build();
    return BaseApplicationListenerProps.builder()
        .port(port)
        .protocol(protocol)
        .open(false)
        .defaultAction(ListenerAction.fixedResponse(403, refused));
  }

  private void serve(ApplicationListener listener) {
    String secret = originSecret.getSecretValue().unsafeUnwrap();
    listener.addAction(
        "Lumina",
        AddApplicationActionProps.builder()
            .priority(1)
            .conditions(
                List.of(ListenerCondition.httpHeader(ORIGIN_SECRET_HEADER, List.of(secret))))
            .action(ListenerAction.forward(List.of(instances)))
            .build());
  }
}
