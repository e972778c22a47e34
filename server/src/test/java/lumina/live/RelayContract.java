package lumina.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

/// What every relay promises.
abstract class RelayContract {
  static final List<Signal> ONE_OF_EACH =
      List.of(
          new Signal.Wake(List.of(1L, 2L)),
          new Signal.WakeAll(),
          new Signal.Whisper(3, "{\"type\":\"typing\"}"),
          new Signal.PhotoNews("abc", 4, "photo_liked", "{\"photo_id\":\"abc\"}", 5),
          new Signal.EndSession("f00"));

  /// What the sockets of this instance heard.
  final BlockingQueue<Signal> here = new LinkedBlockingQueue<>();

  /// A relay that tells [#here].
  abstract Relay relay();

  @Test
  void the_own_sockets_hear_of_everything_at_once_and_once() {
    ONE_OF_EACH.forEach(relay()::send);
    assertThat(here).containsExactlyElementsOf(ONE_OF_EACH);
  }
}
