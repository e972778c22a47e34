package lumina.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import lumina.Description;
import lumina.Person;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An open socket of a person. Its last event has the type `end`.
public final class Listener implements AutoCloseable, WebSocket.Listener {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonNode END = JSON.readTree("{\"type\":\"end\"}");
  private final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final StringBuilder part = new StringBuilder();
  private final WebSocket socket;
  private final JsonNode greeting;

  private Listener(Map<String, String> headers, Person person, String query) {
    WebSocket.Builder builder = HTTP.newWebSocketBuilder();
    if (person.cookie() != null) {
      builder.header("Cookie", person.cookie());
    }
    headers.forEach(builder::header);
    String address = person.server().replaceFirst("http", "ws") + "/api/ws" + query;
    socket = builder.buildAsync(URI.create(address), this).join();
    greeting = nextOfAny();
  }

  public static Listener of(Person person) {
    return of(person, "");
  }

  public static Listener of(Person person, String query) {
    return new Listener(Map.of(), person, query);
  }

  static Listener from(String origin, Person person) {
    return withHeader(person, "Origin", origin);
  }

  static Listener withHeader(Person person, String name, String value) {
    return new Listener(Map.of(name, value), person, "");
  }

  public JsonNode greeting() {
    return greeting;
  }

  public void send(String frame) {
    socket.sendText(frame, true).join();
  }

  /// The next event, except what may come at any time: counts of notifications, and what everybody
  /// is told.
  public JsonNode nextOfAny() {
    return next(type -> !type.equals("notification") && !Told.TO_EVERYBODY.contains(type));
  }

  public JsonNode next(String type) {
    return next(type::equals);
  }

  /// The next event of this type about a photo or an album. Everybody is told of those of other
  /// tests, too.
  public JsonNode next(String type, String id) {
    JsonNode event;
    do {
      event = next(type);
    } while (!Told.isAbout(id, event));
    return event;
  }

  private JsonNode next(Predicate<String> types) {
    try {
      JsonNode frame;
      do {
        frame = frames.poll(1, TimeUnit.MINUTES);
        assertThat(frame).as("an event within a minute").isNotNull();
        if (!END.equals(frame)) {
          Description.checkTold(frame);
        }
      } while (!types.test(frame.get("type").asString()));
      return frame;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Sends a frame many times, until the server closes the connection.
  void flood(String frame, int times) {
    for (int i = 0; i < times && !closed.isDone(); i++) {
      try {
        send(frame);
      } catch (CompletionException closedMeanwhile) {
        return;
      }
    }
  }

  /// 1006 if the connection broke without a close frame.
  public int closeCode() {
    return closed.orTimeout(1, TimeUnit.MINUTES).join();
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    part.append(data);
    if (last) {
      JsonNode frame = JSON.readTree(part.toString());
      frames.add(frame);
      part.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    closed.complete(code);
    frames.add(END);
    return null;
  }

  /// The server was killed, or the network failed.
  @Override
  public void onError(WebSocket from, Throwable broken) {
    closed.complete(1006);
    frames.add(END);
  }

  @Override
  public void close() {
    socket.abort();
  }
}
