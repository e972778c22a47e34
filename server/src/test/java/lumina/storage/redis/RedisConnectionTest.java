package lumina.storage.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import lumina.storage.StartRefused;
import lumina.stores.Redis;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("cloud")
class RedisConnectionTest {
  @ParameterizedTest
  @ValueSource(strings = {"localhost:6379", "http://localhost:6379", "redis://", "redis:// ", "x"})
  void an_address_that_cannot_be_read_is_refused_in_a_sentence(String url) {
    assertThatThrownBy(() -> new RedisConnection(url).close())
        .isInstanceOf(StartRefused.class)
        .hasMessageStartingWith("REDIS_URL cannot be read");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "wrong"})
  void a_wrong_password_is_refused_without_showing_it(String password) {
    try (Redis redis = Redis.withPassword("right")) {
      assertThatThrownBy(() -> new RedisConnection(redis.url(password)).close())
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining("does not accept the password in REDIS_URL")
          .hasMessageNotContaining("wrong");
    }
  }

  @Test
  void a_redis_that_is_not_there_yet_is_waited_for() throws InterruptedException {
    BlockingQueue<byte[]> heard = new LinkedBlockingQueue<>();
    try (Redis redis = Redis.start()) {
      redis.stop();
      try (RedisConnection connection = new RedisConnection(redis.url())) {
        assertThat(connection.isUp()).isFalse();
        connection.publish("news", new byte[] {1});
        connection.listen("news", heard::add);
        redis.startAgain();
        await().until(() -> connection.connects() == 1);
        connection.publish("news", new byte[] {2});
        assertThat(heard.poll(1, TimeUnit.MINUTES)).containsExactly(2);
      }
    }
  }

  @Test
  void one_that_hangs_is_given_up_and_found_again() {
    try (Redis redis = Redis.start();
        RedisConnection connection = new RedisConnection(redis.url())) {
      await().until(() -> connection.connects() == 1);
      redis.hang();
      await().until(() -> !connection.isUp());
      redis.goOn();
      await().until(() -> connection.connects() == 2);
      connection.ping();
    }
  }
}
