package lumina;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import lumina.media.Pictures;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// A user of the server at an address, signed in or not.
public record Person(String server, String name, long id, @Nullable String cookie) {
  public static final String PASSWORD = "seven green lamps";
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  public static Person stranger(int port) {
    return stranger("http://localhost:" + port);
  }

  public static Person stranger(String server) {
    return new Person(server, "", 0, null);
  }

  /// Signs up a new person with a unique name.
  public static Person signUp(int port) {
    return stranger(port).signUp();
  }

  public Person signUp() {
    String fresh = "p" + UUID.randomUUID().toString().substring(0, 12);
    return signedIn(
        post("/api/auth/signup", Map.of("username", fresh, "password", PASSWORD)).expect(201));
  }

  public Person signedIn(Answer answer) {
    String set = String.valueOf(answer.header("Set-Cookie"));
    return new Person(
        server,
        answer.json().get("username").asString(),
        answer.json().get("id").asLong(),
        set.substring(0, set.indexOf(';')));
  }

  /// The same person with the same session, at another address of the same Lumina.
  public Person at(String otherServer) {
    return new Person(otherServer, name, id, cookie);
  }

  public Answer get(String path) {
    return send(request(path).GET());
  }

  public Answer head(String path) {
    return send(request(path).method("HEAD", BodyPublishers.noBody()));
  }

  public Answer post(String path) {
    return send(request(path).POST(BodyPublishers.noBody()));
  }

  public Answer post(String path, Object body) {
    return json("POST", path, JSON.writeValueAsString(body));
  }

  public Answer put(String path) {
    return send(request(path).PUT(BodyPublishers.noBody()));
  }

  public Answer patch(String path, Object body) {
    return json("PATCH", path, JSON.writeValueAsString(body));
  }

  public Answer delete(String path) {
    return send(request(path).DELETE());
  }

  public Answer json(String method, String path, String body) {
    Answer answer =
        send(
            request(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body)));
    if (answer.status() < 300) {
      Description.checkTaken(method, path, JSON.readTree(body));
    }
    return answer;
  }

  public Answer upload(Form form) {
    return send(
        request("/api/photos")
            .header("Content-Type", form.contentType())
            .POST(BodyPublishers.ofByteArray(form.bytes())));
  }

  /// Uploads a small picture and returns its id.
  public String uploadPhoto(String... fields) {
    Form form = new Form().file("photo.jpg", Pictures.photo(64, 48));
    for (int i = 0; i < fields.length; i += 2) {
      form.field(fields[i], fields[i + 1]);
    }
    return upload(form).expect(201).json().get("photo_id").asString();
  }

  public void befriend(Person other) {
    Answer asked = post("/api/friends/request", Map.of("user_id", other.id())).expect(201);
    other
        .post(
            "/api/friends/respond",
            Map.of("request_id", asked.json().get("id").asLong(), "accept", true))
        .expect(200);
  }

  public HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server + path)).timeout(Duration.ofSeconds(60));
    return cookie == null ? request : request.header("Cookie", cookie);
  }

  public Answer send(HttpRequest.Builder builder) {
    HttpRequest request = builder.build();
    try {
      Answer answer = new Answer(HTTP.send(request, BodyHandlers.ofByteArray()));
      Description.check(request.method(), request.uri().getPath(), answer);
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
