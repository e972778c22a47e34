import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/// A separate Lumina for a benchmark, with one person signed in.
class Running {
  static final String USER = "viewer";
  static final String PASSWORD = "seven green lamps";
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private final String server;
  private final Process process;
  private String cookie = "";

  private Running(String server, Process process) {
    this.server = server;
    this.process = process;
  }

  /// What tables call a build: this one, or that of `BEFORE`, whose folder may have the same name.
  static String nameOf(Path app) {
    return app.startsWith(Path.of("").toAbsolutePath()) ? "app" : "before";
  }

  /// Starts it and waits until it answers.
  static Running start(Path app, int port, Map<String, String> settings, String... jvmOptions)
      throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("@" + app.resolve("serve.options"), "-Xms32m", "-Xmx256m"));
    command.addAll(List.of(jvmOptions));
    command.addAll(List.of("-jar", app.resolve("lumina.jar").toString()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(settings);
    builder.environment().put("PORT", String.valueOf(port));
    builder.redirectErrorStream(true).redirectOutput(new File("/dev/null"));
    Process process = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    Running running = new Running("http://localhost:" + port, process);
    running.untilItAnswers();
    return running;
  }

  private void untilItAnswers() throws Exception {
    while (process.isAlive()) {
      try {
        HTTP.send(request("/api/health/live").build(), BodyHandlers.discarding());
        return;
      } catch (IOException notYet) {
        Thread.sleep(20);
      }
    }
    throw new IllegalStateException("Lumina did not start");
  }

  /// Signs up a person, who makes all following requests.
  String signUp() throws Exception {
    return signUp(USER);
  }

  String signUp(String name) throws Exception {
    cookie = "";
    String person = "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(name, PASSWORD);
    HttpResponse<String> answer = post("/api/auth/signup", person);
    cookie = answer.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
    return cookie;
  }

  HttpResponse<String> post(String path, String json) throws Exception {
    HttpRequest request =
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json))
            .build();
    HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(answer.body());
    }
    return answer;
  }

  String address() {
    return server;
  }

  /// Makes all following requests as a person who signed up before.
  void as(String known) {
    cookie = known;
  }

  HttpResponse<byte[]> get(String path) throws Exception {
    HttpResponse<byte[]> answer = HTTP.send(request(path).build(), BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException("status " + answer.statusCode());
    }
    return answer;
  }

  /// Uploads a photo for all to see, as a form.
  void upload(Path file) {
    create(
        () ->
            request("/api/photos")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(
                    BodyPublishers.concat(
                        BodyPublishers.ofString(
                            "--b\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"x.jpg\"\r\n\r\n"),
                        BodyPublishers.ofFile(file),
                        BodyPublishers.ofString("\r\n--b--\r\n"))));
  }

  /// Uploads a photo as the page does, by the protocol tus.
  void send(Path file) {
    create(
        () ->
            request("/api/tus")
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Length", String.valueOf(Files.size(file)))
                .header("Upload-Metadata", "audience cHVibGlj") // public
                .header("Content-Type", "application/offset+octet-stream")
                .POST(BodyPublishers.ofFile(file)));
  }

  private void create(Callable<HttpRequest.Builder> request) {
    try {
      HttpResponse<String> answer = HTTP.send(request.call().build(), BodyHandlers.ofString());
      if (answer.statusCode() != 201) {
        throw new IllegalStateException(answer.body());
      }
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }

  /// Its processor time until now in milliseconds, workers excluded.
  double processorTime() {
    return millis(process.toHandle());
  }

  /// The processor time of its running workers.
  double processorTimeOfWorkers() {
    return process.descendants().mapToDouble(Running::millis).sum();
  }

  static double millis(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e6;
  }

  ProcessHandle process() {
    return process.toHandle();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server + path)).header("Cookie", cookie);
  }

  /// Kills it, like a power cut.
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  void stop() {
    process.destroy();
    process.onExit().join();
  }

  /// Sets the parameters of a statement and adds it to the batch.
  static void batch(PreparedStatement statement, Object... values) throws Exception {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    statement.addBatch();
  }
}
