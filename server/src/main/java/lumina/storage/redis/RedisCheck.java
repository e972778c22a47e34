package lumina.storage.redis;

import lumina.storage.StoreCheck;
import lumina.storage.WithRedis;
import org.springframework.stereotype.Component;

/// Checks Redis: without it everything works, and only live events from other instances arrive
/// late.
@Component
@WithRedis
class RedisCheck implements StoreCheck {
  private final RedisConnection redis;

  RedisCheck(RedisConnection redis) {
    this.redis = redis;
  }

  @Override
  public String name() {
    return "redis";
  }

  @Override
  public boolean needed() {
    return false;
  }

  @Override
  public void check() {
    redis.ping();
  }
}
