package lumina.infra;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lumina.infra.config.OneServerConfig;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.assertions.Template;

class OneServerTest {
  private static final String PACKAGE = "src/test/resources/program.txt";
  private static final Map<?, ?> PLAIN = resources(Map.of());
  private static final Map<?, ?> NAMED =
      resources(
          Map.of(
              "domain", "photos.example.org",
              "cdnCertificate", "arn:aws:acm:us-east-1:123456789012:certificate/cdn",
              "snapshot", "snap-0123456789abcdef0"));

  /// Dollars a month without photos, at the list prices of `infra/README.md`: the machine with a
  /// savings plan of a year, and gigabytes of disk.
  @Test
  void without_photos_it_costs_less_than_ten_dollars_a_month() {
    assertThat(the("EC2::Instance", "InstanceType")).isEqualTo("t4g.small");
    double gigabytes =
        number(the("EC2::Volume", "Size"))
            + number(the("EC2::Instance", "BlockDeviceMappings", 0, "Ebs", "VolumeSize"));
    assertThat(730 * 0.0106 + gigabytes * 0.08).isBetween(9.0, 9.5);
  }

  @Test
  void nothing_else_of_it_has_a_price_without_use() {
    assertThat(types())
        .isSubsetOf(
            Set.of(
                "CloudFront::Distribution",
                "CloudFront::Function",
                "CloudFront::VpcOrigin",
                "DLM::LifecyclePolicy",
                "EC2::EgressOnlyInternetGateway",
                "EC2::Instance",
                "EC2::InternetGateway",
                "EC2::Route",
                "EC2::RouteTable",
                "EC2::SecurityGroup",
                "EC2::Subnet",
                "EC2::SubnetRouteTableAssociation",
                "EC2::VPC",
                "EC2::VPCCidrBlock",
                "EC2::VPCEndpoint",
                "EC2::VPCGatewayAttachment",
                "EC2::Volume",
                "EC2::VolumeAttachment",
                "IAM::InstanceProfile",
                "IAM::Policy",
                "IAM::Role",
                "S3::Bucket",
                "S3::BucketPolicy"));
    assertThat(the("EC2::VPCEndpoint", "VpcEndpointType")).isEqualTo("Gateway");
  }

  @Test
  void only_cloudfront_reaches_the_machine_and_nobody_from_outside() {
    assertThat(Deployed.list(the("EC2::SecurityGroup", "SecurityGroupIngress")))
        .singleElement()
        .satisfies(
            rule -> {
              assertThat(Deployed.at(rule, "ToPort")).isEqualTo(8080);
              assertThat(Deployed.text(Deployed.at(rule, "CidrIp"))).contains("Vpc");
            });
    assertThat(all("EC2::Subnet", "MapPublicIpOnLaunch")).containsOnly(false);
    assertThat(Deployed.text(the("EC2::Instance", "SubnetId"))).contains("app");
    assertThat(the("EC2::Instance", "KeyName")).isNull();
    assertThat(Deployed.text(the("CloudFront::VpcOrigin", "VpcOriginEndpointConfig", "Arn")))
        .contains(":instance/{Machine");
    assertThat(Deployed.text(the("CloudFront::Distribution", "DistributionConfig", "Origins")))
        .contains("X-Lumina-Schemehttps");
  }

  @Test
  void everything_of_the_site_is_luminas_and_nothing_but_the_pages_program_is_cached() {
    assertThat(all("CloudFront::Distribution", "DistributionConfig", "CacheBehaviors"))
        .singleElement()
        .satisfies(
            it ->
                assertThat(Deployed.list(it))
                    .extracting(each -> Deployed.at(each, "PathPattern"))
                    .isEqualTo(List.of("/assets/*")));
    assertThat(Deployed.text(the("CloudFront::Function", "FunctionCode")))
        .contains("['x-lumina-viewer']");
  }

  @Test
  void credentials_of_the_machine_are_given_to_none_who_cannot_ask_twice() {
    assertThat(the("EC2::Instance", "MetadataOptions"))
        .isEqualTo(Map.of("HttpTokens", "required", "HttpPutResponseHopLimit", 1));
  }

  @Test
  void the_disk_is_encrypted_outlives_the_stack_and_has_a_snapshot_each_night() {
    assertThat(the("EC2::Instance", "BlockDeviceMappings", 0, "Ebs", "Encrypted")).isEqualTo(true);
    assertThat(the("EC2::Volume", "Encrypted")).isEqualTo(true);
    for (String kept : List.of("EC2::Volume", "S3::Bucket")) {
      assertThat(whole(PLAIN, kept)).allMatch(it -> "Retain".equals(it.get("DeletionPolicy")));
    }
    Object mark = Map.of("Key", "lumina-snapshots", "Value", "daily");
    assertThat(Deployed.list(the("EC2::Volume", "Tags"))).contains(mark);
    assertThat(Deployed.list(the("DLM::LifecyclePolicy", "PolicyDetails", "TargetTags")))
        .containsExactly(mark);
    Object schedule = the("DLM::LifecyclePolicy", "PolicyDetails", "Schedules", 0);
    assertThat(Deployed.at(schedule, "CreateRule", "Interval")).isEqualTo(24);
    assertThat(Deployed.at(schedule, "RetainRule", "Count")).isEqualTo(7);
    assertThat(whole(NAMED, "EC2::Volume"))
        .allMatch(
            it -> "snap-0123456789abcdef0".equals(Deployed.at(it, "Properties", "SnapshotId")));
  }

  @Test
  void a_new_package_is_installed_at_the_next_start_if_it_is_the_one_that_was_deployed()
      throws Exception {
    String script = script(PLAIN);
    assertThat(script)
        .contains("cloud_final_modules:\n- [scripts-user, always]")
        .contains("LUMINA_PACKAGE=s3://")
        .contains("LUMINA_CHECKSUM=" + sha256(Files.readAllBytes(Path.of(PACKAGE))) + "\n")
        .contains("sha256sum --check", "systemctl enable --now lumina-backup.timer")
        .doesNotContain("{{resolve:", "AKIA");
    assertThat(script.length()).isLessThan(12_000);
  }

  @Test
  void lumina_is_told_where_it_is_and_where_backups_go() {
    assertThat(script(PLAIN))
        .contains(
            "\nLISTEN=0.0.0.0\n",
            "\nALLOWED_HOSTS=*\n",
            "\nSERVER_TOMCAT_REMOTEIP_REMOTEIPHEADER=X-Lumina-Viewer\n",
            "\nBACKUP_TO=s3://{Backups")
        .contains("\nTRUSTED_PROXIES={Vpc");
    assertThat(script(NAMED))
        .contains("\nPUBLIC_URL=https://photos.example.org\n")
        .doesNotContain("ALLOWED_HOSTS");
  }

  @Test
  void roles_may_do_what_they_need_and_keep_old_versions_of_backups() {
    Set<String> anything = Set.of("ec2:DescribeVolumes", "ec2:DescribeSnapshots");
    for (Map<?, ?> policy : whole(PLAIN, "IAM::Policy")) {
      for (Object statement : Deployed.list(policy, "Properties", "PolicyDocument", "Statement")) {
        List<String> deeds =
            Deployed.list(statement, "Action").stream().map(Deployed::text).toList();
        assertThat(deeds)
            .noneMatch(it -> it.contains("*"))
            .doesNotContain("s3:DeleteObjectVersion");
        if (!deeds.stream().allMatch(it -> it.startsWith("ssm") || anything.contains(it))) {
          assertThat(Deployed.list(statement, "Resource")).isNotEmpty().doesNotContain("*");
        }
      }
    }
    assertThat(all("IAM::Role", "ManagedPolicyArns")).containsOnlyNulls();
    assertThat(the("S3::Bucket", "VersioningConfiguration", "Status")).isEqualTo("Enabled");
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private static double number(Object value) {
    return ((Number) requireNonNull(value)).doubleValue();
  }

  private static String script(Map<?, ?> resources) {
    Map<?, ?> machine = whole(resources, "EC2::Instance").getFirst();
    return Deployed.text(Deployed.at(machine, "Properties", "UserData"));
  }

  private static Set<String> types() {
    return PLAIN.values().stream()
        .map(it -> Deployed.text(Deployed.at(it, "Type")).replace("AWS::", ""))
        .collect(Collectors.toSet());
  }

  private static Object the(String type, Object... path) {
    List<Object> all = all(type, path);
    assertThat(all).as(type).hasSize(1);
    return all.getFirst();
  }

  private static List<Object> all(String type, Object... path) {
    return whole(PLAIN, type).stream()
        .map(it -> Deployed.at(Deployed.at(it, "Properties"), path))
        .collect(Collectors.toList());
  }

  private static List<Map<?, ?>> whole(Map<?, ?> resources, String type) {
    return resources.values().stream()
        .<Map<?, ?>>map(it -> (Map<?, ?>) it)
        .filter(it -> ("AWS::" + type).equals(it.get("Type")))
        .toList();
  }

  private static Map<?, ?> resources(Map<String, String> config) {
    Map<String, Object> context = new HashMap<>(config);
    context.putAll(Map.of("size", "one", "deb", PACKAGE, "image", "ami-0123456789abcdef0"));
    App app =
        new App(
            Cloud.quiet().context(context).outdir("target/cdk.out/one" + config.size()).build());
    var stack = new OneServerStack(app, OneServerConfig.of(app.getNode()));
    return (Map<?, ?>) requireNonNull(Deployed.at(Template.fromStack(stack).toJSON(), "Resources"));
  }
}
