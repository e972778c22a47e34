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

/// The address of Redis, and the timeouts of its client.
final class RedisAddress {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
  private static final Duration COMMAND_TIMEOUT = Duration.ofMillis(500);
  private static final int MAX_QUEUED = 1_000;
  private static final Pattern REFUSED =
      Pattern.compile("WRONGPASS|NOAUTH|.*(invalid password|AUTH)");

  private final RedisURI uri;

  /// @throws StartRefused if the address is malformed
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

  /// Creates a client without a backlog: a command that cannot be sent now fails now.
  RedisClient client() {
    RedisClient client = RedisClient.create(uri);
    client.setOptions(
        ClientOptions.builder()
            // RedisConnection reconnects; it also notices a Redis that hangs.
            .autoReconnect(false)
            .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
            .requestQueueSize(MAX_QUEUED)
            .timeoutOptions(TimeoutOptions.enabled(COMMAND_TIMEOUT))
            .socketOptions(SocketOptions.builder().connectTimeout(CONNECT_TIMEOUT).build())
            // Since Redis 6; one connection can then subscribe and send commands.
            .protocolVersion(ProtocolVersion.RESP3)
            .maintNotificationsConfig(MaintNotificationsConfig.disabled())
            .build());
    return client;
  }

  /// Adds the number of this Redis database to a name: all databases of a Redis share their
  /// channels.
  String named(String name) {
    return "lumina:" + uri.getDatabase() + ":" + name;
  }

  /// @throws StartRefused if a retry cannot help
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
