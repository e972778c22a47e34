package lumina.live.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

/// The contract of every cluster bus.
abstract class ClusterBusContract {
  static final List<ClusterSignal> ONE_OF_EACH =
      List.of(
          new ClusterSignal.Wake(List.of(1L, 2L)),
          new ClusterSignal.WakeAll(),
          new ClusterSignal.Whisper(3, "typing", "{\"user_id\":4}", 5),
          new ClusterSignal.PhotoUpdate("abc", 4, "photo_liked", "{\"photo_id\":\"abc\"}", 5),
          new ClusterSignal.EndSession("f00"));

  /// The signals that the sockets of this instance received.
  final BlockingQueue<ClusterSignal> here = new LinkedBlockingQueue<>();

  /// A cluster bus that passes its signals to [#here].
  abstract ClusterBus relay();

  @Test
  void the_own_sockets_hear_of_everything_at_once_and_once() {
    ONE_OF_EACH.forEach(relay()::send);
    assertThat(here).containsExactlyElementsOf(ONE_OF_EACH);
  }
}
