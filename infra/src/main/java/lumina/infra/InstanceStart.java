package lumina.infra;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lumina.infra.config.Config;
import software.amazon.awscdk.services.autoscaling.AutoScalingGroup;
import software.amazon.awscdk.services.ec2.UserData;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.s3.assets.Asset;

/// How an instance starts to run Lumina: the script of its first boot, with the settings.
///
/// Whoever may describe the instance can read the script, so it names secrets and holds none.
/// `lumina-secrets.sh` fetches them into memory each time Lumina starts.
final class InstanceStart {
  /// The dual-stack address: the network has no route to the IPv4-only ones.
  private static final String CLOUDFRONT = "https://cloudfront.global.api.aws";

  static final String AUTHORITIES = "/etc/lumina/database-authorities.pem";

  final Asset program;
  final Asset authorities;
  private final Map<String, String> settings = new LinkedHashMap<>();
  private final Map<String, String> secrets = new LinkedHashMap<>();

  InstanceStart(AppStack stack, Cloud cloud, Config config, LogGroup log) {
    program = Asset.Builder.create(stack, "Program").path(config.jar().toString()).build();
    authorities =
        Asset.Builder.create(stack, "Authorities")
            .path(config.databaseAuthorities().toString())
            .build();
    settings.put("LUMINA_PROGRAM", program.getS3ObjectUrl());
    settings.put("LUMINA_AUTHORITIES", authorities.getS3ObjectUrl());
    settings.put("LUMINA_HEAP", config.size().instances().heap());
    settings.put("LUMINA_LOG", log.getLogGroupName());
    settings.put("LUMINA_DATA", "/var/lib/lumina");
    settings.put("PORT", String.valueOf(NetworkStack.APP_PORT));
    settings.put("AWS_REGION", stack.getRegion());
    behindCdn(cloud);
    stores(cloud, stack.stores);
    images(cloud.images, config);
    if (cloud.cache != null) {
      redis(cloud.cache);
    }
  }

  /// Settings like `protocol-header`, in the spelling of environment variables.
  private void behindCdn(Cloud cloud) {
    settings.put("LISTEN", "0.0.0.0");
    settings.put("PUBLIC_URL", cloud.images.address);
    settings.putAll(proxy(cloud.network.vpc.getVpcCidrBlock()));
  }

  /// How Lumina learns the visitor's address and scheme.
  ///
  /// @param network where proxies are
  static Map<String, String> proxy(String network) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("TRUSTED_PROXIES", network);
    settings.put("SERVER_TOMCAT_REMOTEIP_REMOTEIPHEADER", Cdn.VIEWER_HEADER);
    settings.put("SERVER_TOMCAT_REMOTEIP_PROTOCOLHEADER", Cdn.SCHEME_HEADER);
    return settings;
  }

  private void stores(Cloud cloud, UsedStores stores) {
    settings.putAll(settingsOf(cloud, stores));
    settings.put("DB_USER", DatabaseStack.USER);
    secrets.put("DATABASE_SECRET", cloud.database.user.getSecretArn());
  }

  /// Where the stores are, for servers and operator alike.
  static Map<String, String> settingsOf(Cloud cloud, UsedStores stores) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("STORAGE_BACKEND", "dynamodb");
    settings.put("DYNAMODB_PHOTOS_TABLE", stores.photos().getTableName());
    settings.put("DYNAMODB_COMMENTS_TABLE", stores.comments().getTableName());
    settings.put("DYNAMODB_MESSAGES_TABLE", stores.messages().getTableName());
    settings.put("DB_HOST", stores.databaseHost());
    settings.put("DB_PORT", cloud.database.mysql.getDbInstanceEndpointPort());
    settings.put("DB_NAME", DatabaseStack.NAME);
    settings.put("DB_TLS", "verify");
    settings.put("DB_CA", AUTHORITIES);
    return settings;
  }

  private void images(ImageStack images, Config config) {
    settings.put("S3_BUCKET", images.bucket.getBucketName());
    settings.put("CDN_BASE_URL", images.address);
    settings.put("CDN_KEY_PAIR_ID", images.key.getPublicKeyId());
    settings.put("CDN_DISTRIBUTION_ID", images.front.getDistributionId());
    settings.put("AWS_ENDPOINT_URL_CLOUDFRONT", CLOUDFRONT);
    secrets.put("CDN_SECRET", config.cdnPrivateKey());
  }

  private void redis(CacheStack cache) {
    settings.put("REDIS_HOST", cache.host);
    secrets.put("REDIS_SECRET", cache.token.getSecretArn());
  }

  /// ARNs of the secrets that the instance must be allowed to read.
  List<String> secrets() {
    return List.copyOf(secrets.values());
  }

  void write(UserData script, AutoScalingGroup instances) {
    script.addSignalOnExitCommand(instances);
    script.addCommands(
        "set -euo pipefail",
        file("/etc/lumina/settings", 644, lines()),
        file("/etc/systemd/system/lumina.service", 644, resource("lumina.service")),
        file("/usr/local/sbin/lumina-secrets", 755, resource("lumina-secrets.sh")),
        resource("install.sh"));
  }

  private String lines() {
    return lines(settings, secrets);
  }

  /// The lines of `/etc/lumina/settings`. Secrets stand there by name only.
  static String lines(Map<String, String> settings, Map<String, String> secrets) {
    return Stream.of(settings, secrets)
        .flatMap(map -> map.entrySet().stream())
        .map(setting -> setting.getKey() + "=" + setting.getValue() + "\n")
        .collect(Collectors.joining());
  }

  static String file(String path, int mode, String text) {
    return "install -D -m %d /dev/stdin %s <<'END'\n%sEND".formatted(mode, path, text);
  }

  static String resource(String name) {
    try (InputStream in = requireNonNull(InstanceStart.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
