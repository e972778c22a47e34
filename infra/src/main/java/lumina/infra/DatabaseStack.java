package lumina.infra;

import java.util.List;
import java.util.Map;
import lumina.infra.config.Size;
import lumina.infra.construct.Secrets;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.InstanceType;
import software.amazon.awscdk.services.rds.Credentials;
import software.amazon.awscdk.services.rds.CredentialsBaseOptions;
import software.amazon.awscdk.services.rds.DatabaseInstance;
import software.amazon.awscdk.services.rds.DatabaseInstanceEngine;
import software.amazon.awscdk.services.rds.IInstanceEngine;
import software.amazon.awscdk.services.rds.MySqlInstanceEngineProps;
import software.amazon.awscdk.services.rds.MysqlEngineVersion;
import software.amazon.awscdk.services.rds.StorageType;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.constructs.Construct;

/// MySQL 8.
final class DatabaseStack extends Stack {
  static final String NAME = "lumina";

  // The shell and systemd give a meaning to quotes, backslashes, dollars and blanks.
  private static final String UNSAFE_CHARACTERS = " '\"\\`$%@/:;#!&*()[]{}<>|?~^=,+";

  /// The MySQL user of the servers; the user named like the database is the administrator.
  static final String USER = "lumina_app";

  final DatabaseInstance mysql;
  final Secret user;

  DatabaseStack(Construct scope, NetworkStack network, Size.Database size) {
    super(scope, "LuminaDatabase");
    mysql = mysql(network, size);
    user = Secrets.made(this, "User", "The password of servers in MySQL");
  }

  private DatabaseInstance mysql(NetworkStack network, Size.Database size) {
    return DatabaseInstance.Builder.create(this, "MySql")
        .engine(engine())
        .instanceType(new InstanceType(size.type()))
        .multiAz(size.twoZones())
        .vpc(network.vpc)
        .vpcSubnets(NetworkStack.DATA)
        .securityGroups(List.of(network.database))
        .publiclyAccessible(false)
        .databaseName(NAME)
        .credentials(
            Credentials.fromGeneratedSecret(
                NAME,
                CredentialsBaseOptions.builder().excludeCharacters(UNSAFE_CHARACTERS).build()))
        .parameters(Map.of("require_secure_transport", "1"))
        .storageType(StorageType.GP3)
        .allocatedStorage(size.gigabytes())
        .maxAllocatedStorage(size.gigabytes() * 10)
        .storageEncrypted(true)
        .backupRetention(Duration.days(size.backupDays()))
        .deleteAutomatedBackups(false)
        .copyTagsToSnapshot(true)
        .deletionProtection(true)
        .removalPolicy(RemovalPolicy.SNAPSHOT)
        .build();
  }

  /// 8.4 is the MySQL 8 with long-term support; RDS charges extra for 8.0. Minor versions are
  /// upgraded automatically.
  private static IInstanceEngine engine() {
    return DatabaseInstanceEngine.mysql(
        MySqlInstanceEngineProps.builder().version(MysqlEngineVersion.VER_8_4_10).build());
  }
}
