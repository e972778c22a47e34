package lumina.infra;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lumina.infra.config.Config;
import lumina.infra.config.OneServerConfig;
import lumina.infra.construct.FixedImage;
import lumina.infra.construct.SafeBucket;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudfront.Distribution;
import software.amazon.awscdk.services.cloudfront.origins.VpcOrigin;
import software.amazon.awscdk.services.ec2.CfnInstance;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointAwsService;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointOptions;
import software.amazon.awscdk.services.ec2.Instance;
import software.amazon.awscdk.services.ec2.InstanceType;
import software.amazon.awscdk.services.ec2.IpProtocol;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.assets.Asset;
import software.constructs.Construct;

/// The size `one`: one machine with the Debian package and all data on its disk, backups of it, and
/// CloudFront in front.
///
/// The machine has no address outside the network: CloudFront reaches it through one inside, which
/// nobody else's distribution can use. So there is no secret between the two, and no public IPv4
/// address to pay for. Operators reach it through Systems Manager.
final class OneServerStack extends Stack {
  private final Vpc vpc;
  private final Instance machine;

  OneServerStack(Construct scope, OneServerConfig config) {
    super(scope, "LuminaOne");
    vpc = vpc();
    Bucket backups = SafeBucket.create(this, "Backups", List.of());
    var disk = new OneServerDisk(this, vpc, config);
    Asset deb = Asset.Builder.create(this, "Package").path(config.deb().toString()).build();
    var start = new OneServerStart(this, config, deb);
    machine = machine(config, role(backups, deb), start);
    start.write(disk.volume.getVolumeId(), vpc.getVpcCidrBlock(), backups.getBucketName());
    disk.attachTo(machine);
    Distribution front =
        new Cdn(
                this,
                VpcOrigin.withEc2Instance(
                    machine, Cdn.inside(NetworkStack.APP_PORT, Map.of(Cdn.SCHEME_HEADER, "https"))),
                config.domain())
            .distribution();
    say(
        "Address",
        "https://" + config.domain().map(Config.Domain::name).orElse(front.getDomainName()));
    say("CloudFront", front.getDomainName());
    say("Id", machine.getInstanceId());
    say("BackupBucket", backups.getBucketName());
  }

  private void say(String id, String value) {
    CfnOutput.Builder.create(this, id).value(value).build();
  }

  /// CloudFront wants an internet gateway in the network, which the public subnet brings along.
  private Vpc vpc() {
    Vpc network =
        Vpc.Builder.create(this, "Vpc")
            .maxAzs(1)
            .natGateways(0)
            .ipProtocol(IpProtocol.DUAL_STACK)
            .subnetConfiguration(
                List.of(
                    NetworkStack.subnet("public", SubnetType.PUBLIC),
                    NetworkStack.subnet("app", SubnetType.PRIVATE_WITH_EGRESS)))
            .build();
    network.addGatewayEndpoint(
        "S3",
        GatewayVpcEndpointOptions.builder()
            .service(GatewayVpcEndpointAwsService.S3)
            .subnets(List.of(NetworkStack.APP))
            .build());
    return network;
  }

  private InstanceRole role(Bucket backups, Asset deb) {
    var role = new InstanceRole(this, "Role", "The machine with Lumina");
    role.fetches(List.of(deb));
    role.keepsBackups(backups);
    role.allowSystemsManager();
    return role;
  }

  /// Nothing but CloudFront is in this network with the machine. Over IPv6 it fetches packages of
  /// Debian, which are signed, and talks to AWS.
  private SecurityGroup doors() {
    SecurityGroup doors =
        SecurityGroup.Builder.create(this, "Doors")
            .vpc(vpc)
            .description("The machine with Lumina")
            .allowAllOutbound(false)
            .build();
    doors.addIngressRule(
        Peer.ipv4(vpc.getVpcCidrBlock()),
        Port.tcp(NetworkStack.APP_PORT),
        "CloudFront, inside the network");
    doors.addEgressRule(Peer.anyIpv4(), Port.tcp(443), "S3");
    Stream.of(80, 443)
        .forEach(port -> doors.addEgressRule(Peer.anyIpv6(), Port.tcp(port), "Debian and AWS"));
    return doors;
  }

  /// A new package or setting stops and starts the machine, on which its script runs at each start.
  private Instance machine(OneServerConfig config, InstanceRole role, OneServerStart start) {
    Instance made =
        Instance.Builder.create(this, "Machine")
            .vpc(vpc)
            .vpcSubnets(NetworkStack.APP)
            .securityGroup(doors())
            .instanceType(new InstanceType("t4g.small"))
            .machineImage(new FixedImage(config.image()))
            .role(role.role)
            .userData(start.data)
            .userDataCausesReplacement(false)
            .blockDevices(List.of(AppStack.disk()))
            .build();
    // The script needs the way out, and CloudFront the internet gateway.
    made.getNode().addDependency(vpc.getInternetConnectivityEstablished());
    CfnInstance plain = (CfnInstance) requireNonNull(made.getNode().getDefaultChild());
    plain.addPropertyOverride("MetadataOptions.HttpTokens", "required");
    plain.addPropertyOverride("MetadataOptions.HttpPutResponseHopLimit", 1);
    return made;
  }
}
