package lumina.infra;

import java.util.List;
import java.util.stream.IntStream;
import lumina.infra.config.Size;
import lumina.infra.construct.Secrets;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.elasticache.CfnReplicationGroup;
import software.amazon.awscdk.services.elasticache.CfnSubnetGroup;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.constructs.Construct;

/// Redis, through which instances wake each other. Nothing in it has to last.
final class CacheStack extends Stack {
  final Secret token;
  final String host;

  /// Ids of the nodes, as CloudWatch knows them.
  final List<String> nodes;

  CacheStack(Construct scope, NetworkStack network, Size.Cache size) {
    super(scope, "LuminaCache");
    token = Secrets.made(this, "Token", "What Lumina shows to Redis");
    CfnReplicationGroup redis = redis(network, size);
    host = redis.getAttrPrimaryEndPointAddress();
    nodes =
        IntStream.rangeClosed(1, size.nodes())
            .mapToObj(i -> "%s-00%d".formatted(redis.getRef(), i))
            .toList();
  }

  private CfnReplicationGroup redis(NetworkStack network, Size.Cache size) {
    return CfnReplicationGroup.Builder.create(this, "Redis")
        .replicationGroupDescription("Wakes the instances of Lumina")
        .engine("redis")
        .engineVersion("7.1")
        .cacheNodeType(size.type())
        .numCacheClusters(size.nodes())
        .automaticFailoverEnabled(true)
        .multiAzEnabled(true)
        .cacheSubnetGroupName(subnets(network))
        .securityGroupIds(List.of(network.cache.getSecurityGroupId()))
        .atRestEncryptionEnabled(true)
        .transitEncryptionEnabled(true)
        .authToken(token.getSecretValue().unsafeUnwrap())
        .build();
  }

  private String subnets(NetworkStack network) {
    return CfnSubnetGroup.Builder.create(this, "Subnets")
        .description("Where Redis is")
        .subnetIds(network.vpc.selectSubnets(NetworkStack.DATA).getSubnetIds())
        .build()
        .getRef();
  }
}
