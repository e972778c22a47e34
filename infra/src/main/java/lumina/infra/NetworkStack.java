package lumina.infra;

import java.util.List;
import lumina.infra.config.Size;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointAwsService;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointOptions;
import software.amazon.awscdk.services.ec2.InterfaceVpcEndpoint;
import software.amazon.awscdk.services.ec2.InterfaceVpcEndpointAwsService;
import software.amazon.awscdk.services.ec2.IpProtocol;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SubnetConfiguration;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.Vpc;
import software.constructs.Construct;

/// The network, and which part may connect to which.
///
/// There is no NAT gateway: S3 and DynamoDB have gateway endpoints, and Secrets Manager, CloudWatch
/// Logs and CloudFront are reached over IPv6 through an egress-only gateway, which is free and lets
/// no connections in. Only CloudFormation, to which new instances signal, needs its own endpoint.
final class NetworkStack extends Stack {
  static final SubnetSelection PUBLIC = subnets("public");
  static final SubnetSelection APP = subnets("app");
  static final SubnetSelection DATA = subnets("data");
  static final int APP_PORT = 8080;

  final Vpc vpc;
  final SecurityGroup balancer;
  final SecurityGroup app;
  final SecurityGroup operator;
  final SecurityGroup database;
  final SecurityGroup cache;

  /// @param openToTheWorld whether the load balancer is public; if not, only CloudFront reaches it,
  ///   inside the network
  NetworkStack(Construct scope, Size size, boolean openToTheWorld) {
    super(scope, "LuminaNetwork");
    vpc = vpc();
    balancer = group("Balancer", "The load balancer");
    app = group("App", "Instances of Lumina");
    operator = group("Operator", "The machine of whoever looks after Lumina");
    database = group("Database", "MySQL");
    cache = group("Cache", "Redis");
    letVisitorsIn(openToTheWorld);
    letThemTalk();
    reachAws(size.zones());
  }

  private Vpc vpc() {
    return Vpc.Builder.create(this, "Vpc")
        .maxAzs(2)
        .natGateways(0)
        .ipProtocol(IpProtocol.DUAL_STACK)
        .subnetConfiguration(
            List.of(
                subnet("public", SubnetType.PUBLIC),
                subnet("app", SubnetType.PRIVATE_WITH_EGRESS),
                subnet("data", SubnetType.PRIVATE_ISOLATED)))
        .build();
  }

  static SubnetConfiguration subnet(String name, SubnetType type) {
    var subnet = SubnetConfiguration.builder().name(name).subnetType(type).cidrMask(20);
    if (type == SubnetType.PUBLIC) {
      subnet.mapPublicIpOnLaunch(false);
    }
    return subnet.ipv6AssignAddressOnCreation(type == SubnetType.PRIVATE_WITH_EGRESS).build();
  }

  private static SubnetSelection subnets(String name) {
    return SubnetSelection.builder().subnetGroupName(name).build();
  }

  private SecurityGroup group(String id, String description) {
    return SecurityGroup.Builder.create(this, id)
        .vpc(vpc)
        .description(description)
        .allowAllOutbound(false)
        .build();
  }

  private void letVisitorsIn(boolean openToTheWorld) {
    if (openToTheWorld) {
      for (int port : List.of(80, 443)) {
        balancer.addIngressRule(Peer.anyIpv4(), Port.tcp(port), "Visitors");
      }
    } else {
      balancer.addIngressRule(
          Peer.ipv4(vpc.getVpcCidrBlock()), Port.tcp(80), "CloudFront, inside the network");
    }
  }

  private void letThemTalk() {
    app.getConnections().allowFrom(balancer, Port.tcp(APP_PORT), "Balancer to Lumina");
    database.getConnections().allowFrom(app, Port.tcp(3306), "Lumina to MySQL");
    cache.getConnections().allowFrom(app, Port.tcp(6379), "Lumina to Redis");
    // The addresses of gateway endpoints are not known here; IPv4 leads nowhere else from there.
    for (SecurityGroup machine : List.of(app, operator)) {
      machine.addEgressRule(Peer.anyIpv4(), Port.tcp(443), "S3 and DynamoDB");
      machine.addEgressRule(Peer.anyIpv6(), Port.tcp(443), "Other AWS services");
    }
    database.getConnections().allowFrom(operator, Port.tcp(3306), "Operator to MySQL");
  }

  private void reachAws(int zones) {
    gateway("S3", GatewayVpcEndpointAwsService.S3);
    gateway("DynamoDb", GatewayVpcEndpointAwsService.DYNAMODB);
    SecurityGroup endpoint =
        group("Endpoint", "Where instances tell CloudFormation that they work");
    endpoint.getConnections().allowFrom(app, Port.tcp(443), "Lumina to CloudFormation");
    endpoint.getConnections().allowFrom(operator, Port.tcp(443), "Operator to CloudFormation");
    var subnets = vpc.selectSubnets(APP).getSubnets().subList(0, zones);
    InterfaceVpcEndpoint.Builder.create(this, "CloudFormation")
        .vpc(vpc)
        .service(InterfaceVpcEndpointAwsService.CLOUDFORMATION)
        .subnets(SubnetSelection.builder().subnets(subnets).build())
        .securityGroups(List.of(endpoint))
        .open(false)
        .build();
  }

  private void gateway(String id, GatewayVpcEndpointAwsService service) {
    vpc.addGatewayEndpoint(
        id, GatewayVpcEndpointOptions.builder().service(service).subnets(List.of(APP)).build());
  }
}
