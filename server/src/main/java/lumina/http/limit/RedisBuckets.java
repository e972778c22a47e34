package lumina.http.limit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.BucketExceptions.BucketExecutionException;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.RedisException;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import lumina.storage.WithRedis;
import lumina.storage.redis.RedisConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Keeps buckets in Redis, for all instances together. While Redis is down or slow each instance
/// counts alone, so that nobody is locked out and limits still apply.
@Component
@WithRedis
class RedisBuckets implements SharedBuckets {
  private static final Logger log = LoggerFactory.getLogger(RedisBuckets.class);
  private static final Duration TIMEOUT = Duration.ofMillis(300);
  // After a timeout, no request waits for Redis during this time.
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final Duration KEPT_WHEN_FULL = Duration.ofSeconds(10);

  private final RedisConnection redis;
  private volatile long pausedUntil = System.nanoTime();

  RedisBuckets(RedisConnection redis) {
    this.redis = redis;
  }

  @Override
  public Buckets over(Buckets own, String code, BucketConfiguration limit) {
    return new Buckets() {
      @Override
      public <T> T ask(String key, Function<Bucket, T> question) {
        return shared(all -> question.apply(all.builder().build(named(code, key), () -> limit)))
            .orElseGet(() -> own.ask(key, question));
      }
    };
  }

  private String named(String code, String key) {
    return redis.named("limit:" + code + ":" + key);
  }

  /// Empty if Redis does not respond in time.
  private <T> Optional<T> shared(Function<ProxyManager<String>, T> question) {
    if (System.nanoTime() - pausedUntil < 0) {
      return Optional.empty();
    }
    try {
      return redis.commands().map(RedisBuckets::in).map(question);
    } catch (RedisException | BucketExecutionException away) {
      pausedUntil = System.nanoTime() + PAUSE.toNanos();
      log.warn(
          "Redis unavailable; this instance counts rate limits alone until Redis responds: {}",
          away.getMessage());
      return Optional.empty();
    }
  }

  private static ProxyManager<String> in(StatefulRedisConnection<String, byte[]> redis) {
    return Bucket4jLettuce.casBasedBuilder(redis)
        .requestTimeout(TIMEOUT)
        .expirationAfterWrite(
            ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(KEPT_WHEN_FULL))
        .build();
  }
}
