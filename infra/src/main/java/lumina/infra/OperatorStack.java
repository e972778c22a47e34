package lumina.infra;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lumina.infra.config.Config;
import software.amazon.awscdk.CfnCreationPolicy;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.CfnResourceSignal;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.AmazonLinux2023ImageSsmParameterProps;
import software.amazon.awscdk.services.ec2.AmazonLinuxCpuType;
import software.amazon.awscdk.services.ec2.BlockDevice;
import software.amazon.awscdk.services.ec2.BlockDeviceVolume;
import software.amazon.awscdk.services.ec2.CfnInstance;
import software.amazon.awscdk.services.ec2.EbsDeviceOptions;
import software.amazon.awscdk.services.ec2.Instance;
import software.amazon.awscdk.services.ec2.InstanceType;
import software.amazon.awscdk.services.ec2.MachineImage;
import software.amazon.awscdk.services.ec2.UserData;
import software.amazon.awscdk.services.s3.assets.Asset;
import software.constructs.Construct;

/// A machine inside the network for operators: commands and SQL, as the administrator of MySQL. It
/// accepts no connections; it is reached through Systems Manager.
///
/// After each deployment of a program it creates the MySQL user of the instances, signals success,
/// and stops. An operator starts it when it is needed.
final class OperatorStack extends Stack {
  private static final String PATIENCE = "PT15M";

  OperatorStack(Construct scope, Cloud cloud, Config config) {
    super(scope, "LuminaOperator");
    UsedStores stores = UsedStores.of(this, cloud, config.restored());
    Asset program = Asset.Builder.create(this, "Program").path(config.jar().toString()).build();
    Asset authorities =
        Asset.Builder.create(this, "Authorities")
            .path(config.databaseAuthorities().toString())
            .build();
    Map<String, String> secrets = secrets(cloud);
    var role = new InstanceRole(this, "OperatorRole", "Whoever looks after Lumina");
    role.keepsImages(cloud.images.bucket);
    role.keepsItems(stores.tables());
    role.allowOperation(stores.tables());
    role.reads(List.copyOf(secrets.values()));
    role.fetches(List.of(program, authorities));
    role.allowSystemsManager();
    role.saysThatItWorks(getStackId());
    UserData script = UserData.forLinux();
    Instance machine = machine(cloud, role, script);
    script.addSignalOnExitCommand(machine);
    write(
        script,
        InstanceStart.lines(settings(cloud, stores, List.of(program, authorities)), secrets));
    CfnOutput.Builder.create(this, "Id").value(machine.getInstanceId()).build();
  }

  private static void write(UserData script, String settings) {
    script.addCommands(
        "set -euo pipefail",
        InstanceStart.file("/etc/lumina/settings", 644, settings),
        InstanceStart.file(
            "/usr/local/sbin/lumina", 755, InstanceStart.resource("lumina-operator.sh")),
        InstanceStart.resource("operator.sh"));
  }

  private static Map<String, String> secrets(Cloud cloud) {
    Map<String, String> secrets = new LinkedHashMap<>();
    secrets.put("DATABASE_SECRET", requireNonNull(cloud.database.mysql.getSecret()).getSecretArn());
    secrets.put("DATABASE_USER_SECRET", cloud.database.user.getSecretArn());
    return secrets;
  }

  private Map<String, String> settings(Cloud cloud, UsedStores stores, List<Asset> files) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("LUMINA_PROGRAM", files.getFirst().getS3ObjectUrl());
    settings.put("LUMINA_AUTHORITIES", files.getLast().getS3ObjectUrl());
    settings.put("AWS_REGION", getRegion());
    settings.putAll(InstanceStart.settingsOf(cloud, stores));
    settings.put("DB_USER", DatabaseStack.NAME);
    settings.put("DB_APP_USER", DatabaseStack.USER);
    settings.put("S3_BUCKET", cloud.images.bucket.getBucketName());
    return settings;
  }

  private Instance machine(Cloud cloud, InstanceRole role, UserData script) {
    Instance machine =
        Instance.Builder.create(this, "Machine")
            .vpc(cloud.network.vpc)
            .vpcSubnets(NetworkStack.APP)
            .securityGroup(cloud.network.operator)
            .instanceType(new InstanceType("t4g.small"))
            .machineImage(
                MachineImage.latestAmazonLinux2023(
                    AmazonLinux2023ImageSsmParameterProps.builder()
                        .cpuType(AmazonLinuxCpuType.ARM_64)
                        .build()))
            .role(role.role)
            .userData(script)
            .userDataCausesReplacement(true)
            .blockDevices(
                List.of(
                    BlockDevice.builder()
                        .deviceName("/dev/xvda")
                        .volume(
                            BlockDeviceVolume.ebs(
                                8, EbsDeviceOptions.builder().encrypted(true).build()))
                        .build()))
            .build();
    CfnInstance plain = (CfnInstance) requireNonNull(machine.getNode().getDefaultChild());
    plain.addPropertyOverride("MetadataOptions.HttpTokens", "required");
    plain
        .getCfnOptions()
        .setCreationPolicy(
            CfnCreationPolicy.builder()
                .resourceSignal(CfnResourceSignal.builder().count(1).timeout(PATIENCE).build())
                .build());
    return machine;
  }
}
