package lumina.infra;

import static org.assertj.core.api.Assertions.assertThat;

import lumina.infra.Deployed.Thing;
import org.junit.jupiter.api.Test;

class DatabaseTest {

  @Test
  void peopleAreKeptInMySqlEight() {
    assertThat(Deployed.all("RDS::DBInstance"))
        .allMatch(mysql -> "mysql".equals(mysql.at("Engine")))
        .allMatch(mysql -> Deployed.text(mysql.at("EngineVersion")).startsWith("8."));
  }

  @Test
  void mySqlIsPrivateAndEncryptedAtRestAndUnderway() {
    assertThat(Deployed.all("RDS::DBInstance"))
        .allMatch(mysql -> Boolean.FALSE.equals(mysql.at("PubliclyAccessible")))
        .allMatch(mysql -> Boolean.TRUE.equals(mysql.at("StorageEncrypted")));
    assertThat(Deployed.all("RDS::DBSubnetGroup"))
        .allMatch(group -> Deployed.text(group.at("SubnetIds")).contains("dataSubnet1"))
        .noneMatch(group -> Deployed.text(group.at("SubnetIds")).contains("public"));
    assertThat(Deployed.all("RDS::DBParameterGroup"))
        .allMatch(group -> "1".equals(group.at("Parameters", "require_secure_transport")));
  }

  @Test
  void mySqlIsBackedUpAndDoesNotGoWithItsStack() {
    assertThat(Deployed.all("RDS::DBInstance"))
        .allMatch(mysql -> Integer.parseInt(Deployed.text(mysql.at("BackupRetentionPeriod"))) >= 7)
        .allMatch(mysql -> Boolean.FALSE.equals(mysql.at("DeleteAutomatedBackups")))
        .allMatch(mysql -> Boolean.TRUE.equals(mysql.at("DeletionProtection")))
        .allMatch(mysql -> "Snapshot".equals(mysql.whole().get("DeletionPolicy")));
  }

  @Test
  void theLargeOneOutlivesADataCentre() {
    assertThat(Deployed.the(Deployed.LARGE, "RDS::DBInstance").at("MultiAZ")).isEqualTo(true);
    Thing redis = Deployed.the(Deployed.LARGE, "ElastiCache::ReplicationGroup");
    assertThat(redis.at("MultiAZEnabled")).isEqualTo(true);
    assertThat(redis.at("AutomaticFailoverEnabled")).isEqualTo(true);
  }

  @Test
  void redisIsEncryptedAndAsksForAToken() {
    assertThat(Deployed.all("ElastiCache::ReplicationGroup"))
        .allMatch(redis -> Boolean.TRUE.equals(redis.at("TransitEncryptionEnabled")))
        .allMatch(redis -> Boolean.TRUE.equals(redis.at("AtRestEncryptionEnabled")))
        .allMatch(redis -> Deployed.text(redis.at("AuthToken")).startsWith("{{resolve:"));
  }

  @Test
  void withoutRedisThereIsNeverASecondInstanceToStay() {
    assertThat(Deployed.the(Deployed.SMALL, "AutoScaling::AutoScalingGroup").at("MinSize"))
        .isEqualTo("1");
    assertThat(Deployed.all("AutoScaling::ScalingPolicy"))
        .allMatch(policy -> policy.cloud() == Deployed.LARGE);
    assertThat(Deployed.all("ElastiCache::ReplicationGroup"))
        .allMatch(redis -> redis.cloud() == Deployed.LARGE);
  }
}
