package lumina.live.bus;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import lumina.job.RepeatedWork;
import lumina.storage.WithRedis;
import lumina.storage.redis.RedisConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Sends signals to other instances through one Redis channel. Sockets of this instance get them
/// directly, without Redis.
///
/// A signal is only a hint to read the log. While the connection to Redis is lost, and once after
/// it reconnects, all sockets read the log every few seconds.
@Component
@WithRedis
public class RedisClusterBus implements ClusterBus, AutoCloseable {
  static final String CHANNEL = "signals";
  private static final Logger log = LoggerFactory.getLogger(RedisClusterBus.class);
  private static final Duration LOOK_EVERY = Duration.ofMillis(2_500);
  private static final int MAX_QUEUED = 10_000;
  // All instances must understand it, so it does not use the settings of the web's JSON.
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  /// @param from the instance that sent it
  private record Envelope(String from, ClusterSignal signal) {}

  private final String me = UUID.randomUUID().toString();
  private final RedisConnection redis;
  private final ClusterListener here;
  private final AtomicBoolean missed = new AtomicBoolean();
  private final ThreadPoolExecutor reader =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(MAX_QUEUED),
          Thread.ofVirtual().name("relay").factory(),
          (letter, full) -> missed.set(true));
  private long connectsSeen;

  public RedisClusterBus(RedisConnection redis, ClusterListener here) {
    this.redis = redis;
    this.here = here;
    redis.listen(CHANNEL, letter -> reader.execute(() -> read(letter)));
  }

  @Override
  public void send(ClusterSignal signal) {
    here.receive(signal);
    redis.publish(CHANNEL, JSON.writeValueAsBytes(new Envelope(me, signal)));
  }

  private void read(byte[] bytes) {
    try {
      Envelope letter = JSON.readValue(bytes, Envelope.class);
      if (letter != null && !me.equals(letter.from())) {
        here.receive(letter.signal());
      }
    } catch (JacksonException foreign) {
      // It comes from an instance of another version; the events are in the log all the same.
      log.warn("Signal from another instance cannot be parsed: {}", foreign.getOriginalMessage());
      missed.set(true);
    }
  }

  @Bean
  RepeatedWork looking() {
    return new RepeatedWork(LOOK_EVERY, this::lookIfAnythingWasMissed);
  }

  synchronized void lookIfAnythingWasMissed() {
    long connects = redis.connects();
    if (missed.getAndSet(false) || connects != connectsSeen || !redis.isUp()) {
      connectsSeen = connects;
      here.receive(new ClusterSignal.WakeAll());
    }
  }

  @Override
  public void close() {
    reader.shutdownNow();
  }
}
