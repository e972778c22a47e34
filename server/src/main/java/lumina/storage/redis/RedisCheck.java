package lumina.storage.redis;

import lumina.storage.StoreCheck;
import lumina.storage.WithRedis;
import org.springframework.stereotype.Component;

/// Redis: without it everything works, and only live news from other instances come late.
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
