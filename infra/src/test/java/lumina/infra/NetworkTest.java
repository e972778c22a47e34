package lumina.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import lumina.infra.Deployed.Thing;
import org.junit.jupiter.api.Test;

class NetworkTest {

  @Test
  void nothingButTheBalancerIsOpenToTheWorld() {
    for (Thing group : Deployed.all("EC2::SecurityGroup")) {
      List<?> ports =
          group.list("SecurityGroupIngress").stream()
              .map(rule -> Deployed.at(rule, "ToPort"))
              .toList();
      assertThat(ports)
          .as(group.toString())
          .isEqualTo(group.id().startsWith("Balancer") ? doors(group) : List.of());
      if (group.cloud() == Deployed.SMALL) {
        assertThat(group.list("SecurityGroupIngress"))
            .noneMatch(rule -> "0.0.0.0/0".equals(Deployed.at(rule, "CidrIp")));
      }
    }
    for (Thing rule : Deployed.all("EC2::SecurityGroupIngress")) {
      assertThat(rule.at("CidrIp")).as(rule.toString()).isNull();
      assertThat(rule.at("CidrIpv6")).as(rule.toString()).isNull();
    }
  }

  /// Without a certificate only CloudFront may connect, from inside the network.
  private static List<Integer> doors(Thing balancer) {
    return balancer.cloud() == Deployed.LARGE ? List.of(80, 443) : List.of(80);
  }

  @Test
  void eachIsHeardByItsNeighbourAlone() {
    assertThat(Deployed.all("EC2::SecurityGroupIngress").stream().map(NetworkTest::sentence))
        .containsOnly(
            "Balancer to App 8080",
            "App to Database 3306",
            "App to Cache 6379",
            "App to Endpoint 443",
            "Operator to Database 3306",
            "Operator to Endpoint 443");
  }

  @Test
  void databaseAndCacheCallNobody() {
    for (Thing group : Deployed.all("EC2::SecurityGroup")) {
      if (List.of("App", "Operator", "Balancer").stream().noneMatch(group.id()::startsWith)) {
        assertThat(group.list("SecurityGroupEgress"))
            .as(group.toString())
            .allMatch(rule -> "Disallow all traffic".equals(Deployed.at(rule, "Description")));
      }
    }
    assertThat(Deployed.all("EC2::SecurityGroupEgress").stream().map(NetworkTest::sentence))
        .allMatch(sentence -> sentence.matches("(App|Operator|Balancer) .*"));
  }

  @Test
  void noInstanceHasAPublicAddress() {
    assertThat(Deployed.all("EC2::Subnet"))
        .allMatch(subnet -> Boolean.FALSE.equals(subnet.at("MapPublicIpOnLaunch")));
    assertThat(Deployed.all("EC2::LaunchTemplate"))
        .allMatch(
            template ->
                Boolean.FALSE.equals(
                    template.at(
                        "LaunchTemplateData", "NetworkInterfaces", 0, "AssociatePublicIpAddress")));
    assertThat(Deployed.every("EC2::EIP")).isEmpty();
    assertThat(Deployed.every("EC2::NatGateway")).isEmpty();
  }

  @Test
  void whatLeavesThePrivateSubnetsCannotBeAnsweredUnasked() {
    assertThat(Deployed.all("EC2::Route"))
        .allMatch(
            route ->
                route.id().startsWith("Vpcpublic")
                    ? route.at("GatewayId") != null
                    : route.id().startsWith("Vpcapp")
                        && route.at("EgressOnlyInternetGatewayId") != null);
  }

  /// For example `App to Database 3306`, from names that CDK gives, like `DatabaseB269D8BB`.
  private static String sentence(Thing rule) {
    Object from = rule.at("SourceSecurityGroupId") == null ? "GroupId" : "SourceSecurityGroupId";
    Object to = from.equals("GroupId") ? "DestinationSecurityGroupId" : "GroupId";
    List<String> names =
        Stream.of(from, to)
            .map(end -> String.valueOf(rule.at(end, "Fn::GetAtt", 0)))
            .map(name -> name.substring(0, name.length() - 8))
            .toList();
    return names.getFirst() + " to " + names.getLast() + " " + rule.at("ToPort");
  }
}
