package lumina.infra;

import java.util.List;
import java.util.Map;
import lumina.infra.config.OneServerConfig;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.CfnTag;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Tags;
import software.amazon.awscdk.services.dlm.CfnLifecyclePolicy;
import software.amazon.awscdk.services.dlm.CfnLifecyclePolicy.CreateRuleProperty;
import software.amazon.awscdk.services.dlm.CfnLifecyclePolicy.PolicyDetailsProperty;
import software.amazon.awscdk.services.dlm.CfnLifecyclePolicy.RetainRuleProperty;
import software.amazon.awscdk.services.dlm.CfnLifecyclePolicy.ScheduleProperty;
import software.amazon.awscdk.services.ec2.CfnVolumeAttachment;
import software.amazon.awscdk.services.ec2.EbsDeviceVolumeType;
import software.amazon.awscdk.services.ec2.Instance;
import software.amazon.awscdk.services.ec2.Volume;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.constructs.Construct;

/// The disk with all data, which outlives machine and stack, and its snapshots of seven days.
final class OneServerDisk {
  private static final String MARK = "lumina-snapshots";
  private static final String DAILY = "daily";

  final Volume volume;
  private final Construct scope;

  OneServerDisk(Construct scope, Vpc vpc, OneServerConfig config) {
    this.scope = scope;
    Volume.Builder disk =
        Volume.Builder.create(scope, "Disk")
            .availabilityZone(
                vpc.selectSubnets(NetworkStack.APP).getSubnets().getFirst().getAvailabilityZone())
            .size(software.amazon.awscdk.Size.gibibytes(config.gigabytes()))
            .volumeType(EbsDeviceVolumeType.GP3)
            .encrypted(true)
            .removalPolicy(RemovalPolicy.RETAIN);
    config.snapshot().ifPresent(disk::snapshotId);
    volume = disk.build();
    Tags.of(volume).add(MARK, DAILY);
    snapshots();
  }

  void attachTo(Instance machine) {
    CfnVolumeAttachment.Builder.create(scope, "Attachment")
        .instanceId(machine.getInstanceId())
        .volumeId(volume.getVolumeId())
        .device("/dev/sdf")
        .build();
  }

  private void snapshots() {
    CfnLifecyclePolicy.Builder.create(scope, "Snapshots")
        .description("Daily snapshots of the disk with the data of Lumina")
        .state("ENABLED")
        .executionRoleArn(role().getRoleArn())
        .policyDetails(
            PolicyDetailsProperty.builder()
                .resourceTypes(List.of("VOLUME"))
                .targetTags(List.of(CfnTag.builder().key(MARK).value(DAILY).build()))
                .schedules(List.of(everyNight()))
                .build())
        .build();
  }

  private static ScheduleProperty everyNight() {
    return ScheduleProperty.builder()
        .name(DAILY)
        .createRule(
            CreateRuleProperty.builder()
                .interval(24)
                .intervalUnit("HOURS")
                .times(List.of("02:30"))
                .build())
        .retainRule(RetainRuleProperty.builder().count(7).build())
        .copyTags(true)
        .build();
  }

  /// Deletes only snapshots that it has made itself. Descriptions cannot be limited to one
  /// resource.
  private Role role() {
    String made = "arn:aws:ec2:*::snapshot/*";
    Role role =
        Role.Builder.create(scope, "SnapshotRole")
            .assumedBy(new ServicePrincipal("dlm.amazonaws.com"))
            .description("Makes the daily snapshots")
            .build();
    List.of(
            may("*", "ec2:DescribeVolumes", "ec2:DescribeSnapshots"),
            may(arn(), "ec2:CreateSnapshot"),
            may(made, "ec2:CreateSnapshot", "ec2:CreateTags"),
            may(made, "ec2:DeleteSnapshot")
                .conditions(Map.of("StringEquals", Map.of("aws:ResourceTag/" + MARK, DAILY))))
        .forEach(it -> role.addToPolicy(it.build()));
    return role;
  }

  private static PolicyStatement.Builder may(String thing, String... deeds) {
    return PolicyStatement.Builder.create().actions(List.of(deeds)).resources(List.of(thing));
  }

  private String arn() {
    return Stack.of(scope)
        .formatArn(
            ArnComponents.builder()
                .service("ec2")
                .resource("volume")
                .resourceName(volume.getVolumeId())
                .build());
  }
}
