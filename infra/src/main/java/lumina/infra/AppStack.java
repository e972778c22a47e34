package lumina.infra;

import java.util.List;
import lumina.infra.config.Config;
import lumina.infra.config.Size;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.autoscaling.AdditionalHealthCheckType;
import software.amazon.awscdk.services.autoscaling.AdditionalHealthChecksOptions;
import software.amazon.awscdk.services.autoscaling.AutoScalingGroup;
import software.amazon.awscdk.services.autoscaling.CpuUtilizationScalingProps;
import software.amazon.awscdk.services.autoscaling.HealthChecks;
import software.amazon.awscdk.services.autoscaling.RequestCountScalingProps;
import software.amazon.awscdk.services.autoscaling.RollingUpdateOptions;
import software.amazon.awscdk.services.autoscaling.Signals;
import software.amazon.awscdk.services.autoscaling.SignalsOptions;
import software.amazon.awscdk.services.autoscaling.UpdatePolicy;
import software.amazon.awscdk.services.ec2.AmazonLinux2023ImageSsmParameterProps;
import software.amazon.awscdk.services.ec2.AmazonLinuxCpuType;
import software.amazon.awscdk.services.ec2.BlockDevice;
import software.amazon.awscdk.services.ec2.BlockDeviceVolume;
import software.amazon.awscdk.services.ec2.EbsDeviceOptions;
import software.amazon.awscdk.services.ec2.EbsDeviceVolumeType;
import software.amazon.awscdk.services.ec2.InstanceType;
import software.amazon.awscdk.services.ec2.LaunchTemplate;
import software.amazon.awscdk.services.ec2.MachineImage;
import software.amazon.awscdk.services.ec2.UserData;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/// The instances that run Lumina: how one is built, how many there are, and how a deployment
/// replaces them.
final class AppStack extends Stack {
  private static final Duration PATIENCE = Duration.minutes(10);

  final AutoScalingGroup instances;
  final UsedStores stores;

  AppStack(Construct scope, Cloud cloud, Config config) {
    super(scope, "LuminaApp");
    Size size = config.size();
    stores = UsedStores.of(this, cloud, config.restored());
    LogGroup log =
        LogGroup.Builder.create(this, "Log")
            .retention(RetentionDays.ONE_MONTH)
            .removalPolicy(RemovalPolicy.DESTROY)
            .build();
    var start = new InstanceStart(this, cloud, config, log);
    Role role = role(cloud, start, log);
    UserData script = UserData.forLinux();
    instances = group(cloud, size.instances(), template(cloud, size, role, script));
    start.write(script, instances);
    instances.attachToApplicationTargetGroup(cloud.balancer.instances);
    if (size.scales()) {
      growAndShrink();
    }
  }

  private Role role(Cloud cloud, InstanceStart start, LogGroup log) {
    var role = new InstanceRole(this, "Role", "An instance of Lumina");
    role.keepsImages(cloud.images.bucket);
    role.allowInvalidation(cloud.images.front);
    role.keepsItems(stores.tables());
    role.reads(start.secrets());
    role.fetches(List.of(start.program, start.authorities));
    role.writes(log);
    return role.role;
  }

  private LaunchTemplate template(Cloud cloud, Size size, Role role, UserData script) {
    return LaunchTemplate.Builder.create(this, "Template")
        .instanceType(new InstanceType(size.instances().type()))
        .machineImage(
            MachineImage.latestAmazonLinux2023(
                AmazonLinux2023ImageSsmParameterProps.builder()
                    .cpuType(AmazonLinuxCpuType.ARM_64)
                    .build()))
        .userData(script)
        .role(role)
        .securityGroup(cloud.network.app)
        .associatePublicIpAddress(false)
        .requireImdsv2(true)
        .httpPutResponseHopLimit(1)
        .blockDevices(List.of(disk()))
        .build();
  }

  /// Holds the system, the program and uploads in progress. What must last is stored elsewhere.
  static BlockDevice disk() {
    var kind =
        EbsDeviceOptions.builder().volumeType(EbsDeviceVolumeType.GP3).encrypted(true).build();
    return BlockDevice.builder()
        .deviceName("/dev/xvda")
        .volume(BlockDeviceVolume.ebs(8, kind))
        .build();
  }

  /// A new instance counts once it signals that Lumina answers on it; only then an old one is
  /// stopped. The balancer drains it for 30 seconds, and SIGTERM lets it close its sockets.
  private AutoScalingGroup group(Cloud cloud, Size.Instances size, LaunchTemplate template) {
    return AutoScalingGroup.Builder.create(this, "Instances")
        .vpc(cloud.network.vpc)
        .vpcSubnets(NetworkStack.APP)
        .launchTemplate(template)
        .minCapacity(size.minimum())
        .maxCapacity(size.maximum())
        .healthChecks(
            HealthChecks.withAdditionalChecks(
                AdditionalHealthChecksOptions.builder()
                    .additionalTypes(List.of(AdditionalHealthCheckType.ELB))
                    .gracePeriod(PATIENCE)
                    .build()))
        .signals(Signals.waitForMinCapacity(SignalsOptions.builder().timeout(PATIENCE).build()))
        .updatePolicy(
            UpdatePolicy.rollingUpdate(
                RollingUpdateOptions.builder()
                    .minInstancesInService(size.minimum())
                    .maxBatchSize(1)
                    .waitOnResourceSignals(true)
                    .pauseTime(PATIENCE)
                    .build()))
        .build();
  }

  private void growAndShrink() {
    instances.scaleOnCpuUtilization(
        "Busy", CpuUtilizationScalingProps.builder().targetUtilizationPercent(50).build());
    instances.scaleOnRequestCount(
        "Visited", RequestCountScalingProps.builder().targetRequestsPerMinute(6000).build());
  }
}
