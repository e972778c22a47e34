package lumina.live.bus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import lumina.storage.redis.RedisConnection;
import lumina.stores.Redis;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("cloud")
class RedisClusterBusTest extends ClusterBusContract {
  private static final ClusterSignal GOODBYE = new ClusterSignal.Whisper(99, "typing", "{}", 1);
  private final BlockingQueue<ClusterSignal> there = new LinkedBlockingQueue<>();

  @AutoClose private static final Redis REDIS = Redis.start();
  @AutoClose private final RedisConnection redis = new RedisConnection(REDIS.url());
  @AutoClose private final RedisConnection redisThere = new RedisConnection(REDIS.url());
  @AutoClose private final RedisClusterBus relay = new RedisClusterBus(redis, here::add);
  @AutoClose private final RedisClusterBus other = new RedisClusterBus(redisThere, there::add);

  @Override
  ClusterBus relay() {
    return relay;
  }

  private static List<ClusterSignal> untilGoodbye(BlockingQueue<ClusterSignal> heard)
      throws InterruptedException {
    List<ClusterSignal> before = new ArrayList<>();
    ClusterSignal next = heard.poll(1, TimeUnit.MINUTES);
    while (!GOODBYE.equals(next)) {
      assertThat(next).as("a signal within a minute").isNotNull();
      before.add(next);
      next = heard.poll(1, TimeUnit.MINUTES);
    }
    return before;
  }

  @Test
  void other_instances_hear_of_everything_once_and_nobody_hears_an_echo()
      throws InterruptedException {
    ONE_OF_EACH.forEach(relay::send);
    relay.send(GOODBYE);
    assertThat(untilGoodbye(there)).containsExactlyElementsOf(ONE_OF_EACH);
    assertThat(untilGoodbye(here)).containsExactlyElementsOf(ONE_OF_EACH);
    other.send(GOODBYE);
    assertThat(untilGoodbye(here)).isEmpty();
  }

  @Test
  void a_crowd_of_people_is_woken_too() throws InterruptedException {
    List<Long> people = new ArrayList<>();
    for (long id = 1_000_000; id < 1_050_000; id++) {
      people.add(id);
    }
    relay.send(new ClusterSignal.Wake(people));
    relay.send(GOODBYE);
    assertThat(untilGoodbye(there)).containsExactly(new ClusterSignal.Wake(people));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "null",
        "[]",
        "{\"from\":\"x\"}",
        "{\"from\":\"x\",\"signal\":{\"@type\":\"unheard_of\"}}",
        "{\"from\":\"x\",\"signal\":{\"@type\":\"wake\"}}",
        "{\"from\":\"x\",\"signal\":{\"@type\":\"wake\",\"people\":\"all\"}}"
      })
  void what_another_version_says_ends_nothing(String message) throws InterruptedException {
    redisThere.publish(RedisClusterBus.CHANNEL, message.getBytes(UTF_8));
    other.send(GOODBYE);
    assertThat(untilGoodbye(here)).isEmpty();
  }

  @Test
  void what_a_newer_version_adds_is_ignored() throws InterruptedException {
    String message = "{\"from\":\"x\",\"signal\":{\"@type\":\"wake_all\",\"why\":1},\"sent\":2}";
    redisThere.publish(RedisClusterBus.CHANNEL, message.getBytes(UTF_8));
    other.send(GOODBYE);
    assertThat(untilGoodbye(here)).containsExactly(new ClusterSignal.WakeAll());
  }

  @Test
  void all_look_for_news_while_redis_is_away_and_once_when_it_is_back()
      throws InterruptedException {
    relay.lookIfAnythingWasMissed();
    here.clear();
    relay.lookIfAnythingWasMissed();
    assertThat(here).isEmpty();

    REDIS.stop();
    try {
      sendManyAtOnce();
      await().until(() -> !redis.isUp());
      relay.lookIfAnythingWasMissed();
      relay.lookIfAnythingWasMissed();
      assertThat(here).containsExactly(new ClusterSignal.WakeAll(), new ClusterSignal.WakeAll());
      here.clear();
    } finally {
      REDIS.startAgain();
    }

    await().until(() -> redis.connects() == 2 && redisThere.connects() == 2);
    relay.lookIfAnythingWasMissed();
    relay.lookIfAnythingWasMissed();
    assertThat(here).containsExactly(new ClusterSignal.WakeAll());
    here.clear();
    other.send(GOODBYE);
    assertThat(untilGoodbye(here)).isEmpty();
  }

  @Test
  void a_redis_that_hangs_keeps_nobody_waiting() throws InterruptedException {
    REDIS.hang();
    try {
      sendManyAtOnce();
    } finally {
      REDIS.goOn();
    }
  }

  /// Each would wait for half a second if it waited for Redis.
  private void sendManyAtOnce() throws InterruptedException {
    long start = System.nanoTime();
    for (int i = 0; i < 5_000; i++) {
      relay.send(new ClusterSignal.WakeAll());
    }
    relay.send(GOODBYE);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMinutes(1));
    assertThat(untilGoodbye(here)).hasSize(5_000);
  }
}
