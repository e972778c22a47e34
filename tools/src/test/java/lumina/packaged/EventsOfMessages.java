package lumina.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import lumina.Person;
import lumina.live.Listener;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A device that receives message events and reconnects from the last event it has seen whenever
/// its socket breaks.
final class EventsOfMessages {
  private final Person person;
  private final List<String> texts = new ArrayList<>();
  private Listener socket;
  private long last;
  private int reconnects;

  EventsOfMessages(Person person) {
    this.person = person;
    socket = Listener.of(person);
    last = socket.greeting().get("data").get("last_id").asLong();
  }

  /// Waits for this many messages and returns their texts.
  List<String> first(int count) {
    while (texts.size() < count) {
      JsonNode event = socket.nextOfAny();
      switch (event.get("type").asString()) {
        case "message" -> {
          last = event.get("id").asLong();
          texts.add(event.get("data").get("text").asString());
        }
        case "end" -> comeBack();
        default -> throw new AssertionError("unexpected: " + event);
      }
    }
    return texts;
  }

  int reconnects() {
    return reconnects;
  }

  private void comeBack() {
    Listener again = null;
    while (again == null) {
      again = tryAgain();
    }
    reconnects++;
    socket = again;
    assertThat(socket.greeting().get("type").asString()).isEqualTo("hello");
  }

  private @Nullable Listener tryAgain() {
    try {
      return Listener.of(person, "?after=" + last);
    } catch (CompletionException stillGone) {
      return null;
    }
  }
}
