package lumina.storage.redis;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import lumina.storage.StartRefused;
import lumina.storage.WithRedis;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/// The connection to Redis (`REDIS_URL`), over which instances send each other signals.
///
/// Redis holds no durable data: Lumina starts and serves without it, and tries to reconnect about
/// every second. A command takes half a second at most, and fails at once while disconnected.
@Component
@WithRedis
public final class RedisConnection implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(RedisConnection.class);
  private static final RedisCodec<String, byte[]> TEXT_TO_BYTES =
      RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);

  private final RedisAddress address;
  private final RedisClient client;
  private final Map<String, Consumer<byte[]>> ears = new ConcurrentHashMap<>();
  private final AtomicLong connects = new AtomicLong();
  private final Thread keeper;
  private volatile @Nullable StatefulRedisPubSubConnection<String, byte[]> current;
  private volatile boolean closed;

  /// @throws StartRefused if the address is malformed or the password wrong
  public RedisConnection(@Value("${lumina.redis-url}") String url) {
    address = new RedisAddress(url);
    client = address.client();
    try {
      connect();
    } catch (RedisException away) {
      refuseIfForGood(away);
      sayAway(away);
    }
    keeper = Thread.ofVirtual().name("redis").start(this::keep);
  }

  private void refuseIfForGood(RedisException failure) {
    try {
      address.refuseIfForGood(failure);
    } catch (StartRefused refused) {
      client.shutdown(Duration.ZERO, Duration.ZERO);
      throw refused;
    }
  }

  /// Waits with jitter, so that not all instances reconnect at the same moment.
  private void keep() {
    boolean up = isUp();
    while (!closed) {
      try {
        Thread.sleep(ThreadLocalRandom.current().nextInt(500, 1_500));
        if (isUp()) {
          ping();
        } else {
          connect();
          log.info("Connected to Redis at {}", address);
        }
        up = true;
      } catch (InterruptedException stopping) {
        return;
      } catch (RuntimeException away) {
        drop();
        if (up && !closed) {
          sayAway(away);
        }
        up = false;
      }
    }
  }

  private synchronized void connect() {
    StatefulRedisPubSubConnection<String, byte[]> opened = client.connectPubSub(TEXT_TO_BYTES);
    opened.addListener(
        new RedisPubSubAdapter<>() {
          @Override
          public void message(String channel, byte[] message) {
            Consumer<byte[]> ear = ears.get(channel);
            if (ear != null) {
              ear.accept(message);
            }
          }
        });
    current = opened;
    if (!ears.isEmpty()) {
      opened.sync().subscribe(ears.keySet().toArray(String[]::new));
    }
    connects.incrementAndGet();
  }

  /// @throws RedisException if Redis is disconnected, or hangs
  void ping() {
    commands().orElseThrow(() -> new RedisException("not connected")).sync().ping();
  }

  private void drop() {
    StatefulRedisPubSubConnection<String, byte[]> lost = current;
    current = null;
    if (lost != null) {
      var _ = lost.closeAsync();
    }
  }

  private void sayAway(RuntimeException away) {
    log.warn(
        "Connection to Redis at {} lost, events from other instances arrive late until it"
            + " reconnects: {}",
        address,
        NestedExceptionUtils.getMostSpecificCause(away).getMessage());
  }

  public boolean isUp() {
    StatefulRedisPubSubConnection<String, byte[]> now = current;
    return now != null && now.isOpen();
  }

  /// The number of connects so far: if it changes, messages may have been lost in between.
  public long connects() {
    return connects.get();
  }

  /// The commands of Redis, while it is connected.
  public Optional<StatefulRedisConnection<String, byte[]>> commands() {
    return isUp() ? Optional.ofNullable(current) : Optional.empty();
  }

  /// Sends to those who subscribe to a channel now. Returns at once and never fails; the message is
  /// lost while disconnected.
  public void publish(String channel, byte[] message) {
    try {
      commands().ifPresent(redis -> publish(redis, address.named(channel), message));
    } catch (RedisException lost) {
      log.debug("Message to Redis lost", lost);
    }
  }

  private static void publish(
      StatefulRedisConnection<String, byte[]> redis, String channel, byte[] message) {
    var _ =
        redis
            .async()
            .publish(channel, message)
            .exceptionally(
                lost -> {
                  log.debug("Message to Redis lost", lost);
                  return 0L;
                });
  }

  /// @param ear runs on the thread that reads from Redis: it must return at once
  public synchronized void listen(String channel, Consumer<byte[]> ear) {
    ears.put(address.named(channel), ear);
    StatefulRedisPubSubConnection<String, byte[]> now = current;
    try {
      if (now != null) {
        now.sync().subscribe(address.named(channel));
      }
    } catch (RedisException away) {
      drop();
    }
  }

  public String named(String name) {
    return address.named(name);
  }

  @Override
  public void close() {
    closed = true;
    keeper.interrupt();
    client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
  }
}
