package lumina.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import lumina.infra.Deployed.Thing;
import org.junit.jupiter.api.Test;

class BalancerTest {

  @Test
  void aSilentSocketIsKeptLongerThanItsHeartbeat() {
    for (Thing balancer : Deployed.all("ElasticLoadBalancingV2::LoadBalancer")) {
      assertThat(balancer.list("LoadBalancerAttributes"))
          .contains(Map.of("Key", "idle_timeout.timeout_seconds", "Value", "120"));
    }
  }

  @Test
  void anInstanceThatLeavesMayFinishWhatItBegan() {
    for (Thing group : Deployed.all("ElasticLoadBalancingV2::TargetGroup")) {
      assertThat(group.at("HealthCheckPath")).isEqualTo("/api/health/live");
      assertThat(group.list("TargetGroupAttributes"))
          .contains(Map.of("Key", "deregistration_delay.timeout_seconds", "Value", "30"));
    }
  }

  @Test
  void theBalancerServesNobodyWhoComesRoundCloudFront() {
    for (Thing listener : Deployed.all("ElasticLoadBalancingV2::Listener")) {
      assertThat(listener.at("DefaultActions", 0, "Type")).isIn("fixed-response", "redirect");
    }
    for (Thing rule : Deployed.all("ElasticLoadBalancingV2::ListenerRule")) {
      assertThat(rule.at("Conditions", 0, "HttpHeaderConfig", "HttpHeaderName"))
          .isEqualTo("X-Lumina-Door");
      assertThat(Deployed.text(rule.at("Conditions", 0, "HttpHeaderConfig", "Values")))
          .startsWith("{{resolve:secretsmanager:");
    }
  }

  @Test
  void withACertificateThePlainDoorOnlyShowsTheWay() {
    var doors =
        Deployed.all("ElasticLoadBalancingV2::Listener").stream()
            .filter(listener -> listener.cloud() == Deployed.LARGE)
            .map(door -> door.at("Port") + " " + door.at("DefaultActions", 0, "Type"));
    assertThat(doors).containsExactlyInAnyOrder("443 fixed-response", "80 redirect");
  }

  @Test
  void nothingThatVisitorsSayCrossesTheInternetInTheClear() {
    Thing open = Deployed.the(Deployed.LARGE, "ElasticLoadBalancingV2::LoadBalancer");
    assertThat(open.at("Scheme")).isEqualTo("internet-facing");
    assertThat(Deployed.text(open.at("Subnets"))).contains("publicSubnet1");
    Thing inside = Deployed.the(Deployed.SMALL, "ElasticLoadBalancingV2::LoadBalancer");
    assertThat(inside.at("Scheme")).isEqualTo("internal");
    assertThat(Deployed.text(inside.at("Subnets"))).contains("appSubnet1");
    assertThat(Deployed.the(Deployed.SMALL, "CloudFront::VpcOrigin").at("VpcOriginEndpointConfig"))
        .isNotNull();
  }
}
