package lumina.storage.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.MaintNotificationsConfig;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.protocol.ProtocolVersion;
import java.time.Duration;
import java.util.regex.Pattern;
import lumina.storage.StartRefused;
import org.springframework.core.NestedExceptionUtils;

/// Where Redis is, and how patient its client may be.
final class RedisAddress {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
  private static final Duration COMMAND_TIMEOUT = Duration.ofMillis(500);
  private static final int MAX_QUEUED = 1_000;
  private static final Pattern REFUSED =
      Pattern.compile("WRONGPASS|NOAUTH|.*(invalid password|AUTH)");

  private final RedisURI uri;

  /// @throws StartRefused if the address cannot be read
  RedisAddress(String url) {
    if (!url.matches("rediss?://.+")) {
      throw unreadable();
    }
    try {
      uri = RedisURI.create(url);
    } catch (IllegalArgumentException | IllegalStateException malformed) {
      throw unreadable();
    }
    uri.setTimeout(CONNECT_TIMEOUT);
  }

  private static StartRefused unreadable() {
    return new StartRefused(
        "REDIS_URL cannot be read: it must look like redis://:password@host:6379, "
            + "or rediss://:password@host:6379 with TLS.");
  }

  /// A client that lets nothing pile up: what cannot be sent at once is refused at once.
  RedisClient client() {
    RedisClient client = RedisClient.create(uri);
    client.setOptions(
        ClientOptions.builder()
            // RedisConnection connects anew; it also notices a Redis that hangs.
            .autoReconnect(false)
            .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
            .requestQueueSize(MAX_QUEUED)
            .timeoutOptions(TimeoutOptions.enabled(COMMAND_TIMEOUT))
            .socketOptions(SocketOptions.builder().connectTimeout(CONNECT_TIMEOUT).build())
            // Since Redis 6; one connection can then subscribe and ask.
            .protocolVersion(ProtocolVersion.RESP3)
            .maintNotificationsConfig(MaintNotificationsConfig.disabled())
            .build());
    return client;
  }

  /// Names what belongs to this database of this Redis alone: channels are shared by all databases.
  String named(String name) {
    return "lumina:" + uri.getDatabase() + ":" + name;
  }

  /// @throws StartRefused if trying again will not help
  void refuseIfForGood(RedisException failure) {
    Throwable root = NestedExceptionUtils.getMostSpecificCause(failure);
    if (root instanceof RedisCommandExecutionException
        && REFUSED.matcher(String.valueOf(root.getMessage())).lookingAt()) {
      throw new StartRefused(
          "Redis at %s does not accept the password in REDIS_URL: please correct it."
              .formatted(this));
    }
  }

  @Override
  public String toString() {
    return uri.getHost() + ":" + uri.getPort();
  }
}
