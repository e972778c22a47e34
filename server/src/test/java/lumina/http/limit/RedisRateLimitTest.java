package lumina.http.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Optional;
import lumina.http.problem.Problem;
import lumina.storage.redis.RedisConnection;
import lumina.stores.Redis;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("cloud")
class RedisRateLimitTest extends RateLimitContract {
  /// Enough to take half a minute, if each waited for Redis.
  private static final int MANY = 100;

  private static final Duration A_MOMENT = Duration.ofSeconds(20);
  @AutoClose private static final Redis REDIS = Redis.withPassword("lamp");
  @AutoClose private final RedisConnection redis = new RedisConnection(REDIS.url());
  @AutoClose private final RedisConnection elsewhere = new RedisConnection(REDIS.url());

  @Override
  protected RateLimits limits() {
    return over(redis);
  }

  private static RateLimits over(RedisConnection redis) {
    return new RateLimits(Optional.of(new RedisBuckets(redis)));
  }

  @Test
  void two_instances_count_together() {
    RateLimit other = limit(over(elsewhere));
    spendAll(limit(limits()), ann);
    assertThatThrownBy(() -> other.spend(ann)).isInstanceOf(Problem.TooMany.class);
    other.giveBack(ann);
    limit(limits()).check(ann);
  }

  @Test
  void counts_go_away_when_they_are_full_again() {
    spendAll(limit(limits()), ann);
    String key = redis.named("limit:too_often:" + ann);
    long millis = redis.commands().orElseThrow().sync().pttl(key);
    assertThat(Duration.ofMillis(millis)).isBetween(Duration.ofMinutes(59), Duration.ofMinutes(61));
  }

  @Test
  void without_redis_each_counts_alone_and_nobody_waits() {
    RateLimit limit = limit(limits());
    limit.spend(ann);
    REDIS.stop();
    try {
      long start = System.nanoTime();
      spendAll(limit, ann);
      assertThatThrownBy(() -> limit.spend(ann)).isInstanceOf(Problem.TooMany.class);
      limit.giveBack(ann);
      for (int i = 0; i < MANY; i++) {
        limit.check(ann);
      }
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(A_MOMENT);
    } finally {
      REDIS.startAgain();
    }
    await().until(() -> redis.isUp() && elsewhere.isUp());
    RateLimits afterwards = limits();
    spendAll(limit(afterwards), ann);
    assertThatThrownBy(() -> limit(over(elsewhere)).check(ann)).isInstanceOf(Problem.TooMany.class);
  }

  @Test
  void a_redis_that_hangs_keeps_only_the_first_waiting() {
    RateLimit limit = limit(limits());
    limit.spend(ann);
    REDIS.hang();
    try {
      long start = System.nanoTime();
      limit.spend(ann);
      for (int i = 0; i < MANY; i++) {
        limit.check(ann);
      }
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(A_MOMENT);
    } finally {
      REDIS.goOn();
    }
  }
}
