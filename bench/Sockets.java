import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Opens 2,000 sockets, sends 200 messages a second between friends, measures how long each takes
/// to reach each socket, and counts lost and duplicate ones. Run it through `bin/bench sockets`.
class Sockets {
  private static final int PORT = 18_081;
  private static final String SERVER = "http://localhost:" + PORT;
  private static final int PEOPLE = 400;
  private static final int SOCKETS_EACH = 5;
  private static final int A_SECOND = 200;
  private static final int SECONDS = 30;
  private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");
  private static final Pattern TEXT = Pattern.compile("\"text\":\"n(\\d+) t(\\d+)\"");
  private static final HttpClient HTTP =
      HttpClient.newBuilder().executor(Executors.newVirtualThreadPerTaskExecutor()).build();

  private record Somebody(long id, String cookie) {}

  private static final ConcurrentLinkedQueue<Long> micros = new ConcurrentLinkedQueue<>();
  private static final ConcurrentHashMap<String, AtomicInteger> heard = new ConcurrentHashMap<>();

  public static void main(String[] arguments) throws Exception {
    Process server = start(Path.of(arguments[0]));
    try {
      List<Somebody> people = signUp();
      List<WebSocket> sockets = open(people);
      int sent = talk(people);
      await(sent * 2 * SOCKETS_EACH);
      report(sockets.size(), sent, status(server.pid()));
      sockets.forEach(WebSocket::abort);
    } finally {
      server.destroy();
      server.onExit().join();
    }
    System.exit(0);
  }

  private static Process start(Path app) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC", "-Xmx512m", "-jar", app.resolve("lumina.jar").toString());
    builder.environment().put("LUMINA_DATA", Files.createTempDirectory("lumina-sockets").toString());
    builder.environment().put("PORT", String.valueOf(PORT));
    builder.environment().put("SIGN_UPS_AN_HOUR", "1000000");
    builder.redirectErrorStream(true).redirectOutput(new java.io.File("/dev/null"));
    Process server = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(server::destroy));
    while (true) {
      try {
        HTTP.send(request("/api/health", "").build(), BodyHandlers.discarding());
        return server;
      } catch (java.io.IOException notYet) {
        Thread.sleep(20);
      }
    }
  }

  private static HttpRequest.Builder request(String path, String cookie) {
    return HttpRequest.newBuilder(URI.create(SERVER + path))
        .header("Cookie", cookie)
        .header("Content-Type", "application/json")
        .timeout(Duration.ofSeconds(60));
  }

  private static String post(String path, String cookie, String body) throws Exception {
    var answer =
        HTTP.send(
            request(path, cookie).POST(BodyPublishers.ofString(body)).build(),
            BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(answer.body());
    }
    return path.endsWith("signup")
        ? answer.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0] + " " + answer.body()
        : answer.body();
  }

  /// Neighbours are friends: 0 and 1, 2 and 3 …
  private static List<Somebody> signUp() throws Exception {
    List<Somebody> people = new ArrayList<>();
    for (int i = 0; i < PEOPLE; i++) {
      String who = "{\"username\":\"bench%d\",\"password\":\"seven green lamps\"}".formatted(i);
      String answer = post("/api/auth/signup", "", who);
      people.add(new Somebody(number(ID, answer), answer.substring(0, answer.indexOf(' '))));
      if (i % 2 == 1) {
        String asked =
            post("/api/friends/request", people.get(i).cookie(),
                "{\"user_id\":%d}".formatted(people.get(i - 1).id()));
        post("/api/friends/respond", people.get(i - 1).cookie(),
            "{\"request_id\":%d,\"accept\":true}".formatted(number(ID, asked)));
      }
    }
    return people;
  }

  private static long number(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    found.find();
    return Long.parseLong(found.group(1));
  }

  private static List<WebSocket> open(List<Somebody> people) {
    List<WebSocket> sockets = new ArrayList<>();
    for (Somebody somebody : people) {
      for (int i = 0; i < SOCKETS_EACH; i++) {
        sockets.add(
            HTTP.newWebSocketBuilder()
                .header("Cookie", somebody.cookie())
                .buildAsync(URI.create("ws://localhost:" + PORT + "/api/ws"), new Ear(sockets.size()))
                .join());
      }
    }
    return sockets;
  }

  private static class Ear implements WebSocket.Listener {
    private final int number;
    private final StringBuilder part = new StringBuilder();

    Ear(int number) {
      this.number = number;
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      part.append(data);
      if (last) {
        Matcher message = TEXT.matcher(part);
        if (message.find()) {
          micros.add((System.nanoTime() - Long.parseLong(message.group(2))) / 1_000);
          heard.computeIfAbsent(number + " " + message.group(1), k -> new AtomicInteger())
              .incrementAndGet();
        }
        part.setLength(0);
      }
      from.request(1);
      return null;
    }
  }

  private static int talk(List<Somebody> people) throws Exception {
    int sent = 0;
    long begin = System.nanoTime();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (; sent < A_SECOND * SECONDS; sent++) {
        long due = begin + sent * (1_000_000_000L / A_SECOND);
        while (System.nanoTime() < due) {
          Thread.sleep(1);
        }
        int from = (sent * 7) % PEOPLE;
        Somebody writer = people.get(from);
        Somebody reader = people.get(from ^ 1);
        int number = sent;
        threads.submit(
            () ->
                post("/api/messages", writer.cookie(),
                    "{\"to_user_id\":%d,\"text\":\"n%d t%d\"}"
                        .formatted(reader.id(), number, System.nanoTime())));
      }
    }
    return sent;
  }

  private static void await(int expected) throws InterruptedException {
    for (int i = 0; i < 100 && micros.size() < expected; i++) {
      Thread.sleep(100);
    }
  }

  private static void report(int sockets, int sent, long megabytes) {
    long[] sorted = micros.stream().mapToLong(Long::longValue).sorted().toArray();
    int expected = sent * 2 * SOCKETS_EACH;
    long doubled = heard.values().stream().filter(times -> times.get() > 1).count();
    System.out.println("| figure | value |\n| --- | ---: |");
    System.out.printf("| open sockets | %d |%n", sockets);
    System.out.printf("| messages a second, for %d s | %d |%n", SECONDS, A_SECOND);
    System.out.printf("| deliveries | %d |%n", sorted.length);
    System.out.printf("| from sending to each socket, p50 (ms) | %.1f |%n", at(sorted, 50));
    System.out.printf("| p99 (ms) | %.1f |%n", at(sorted, 99));
    System.out.printf("| lost | %d |%n", expected - heard.size());
    System.out.printf("| twice | %d |%n", doubled);
    System.out.printf("| the server's resident memory (MB) | %d |%n", megabytes);
  }

  private static double at(long[] sorted, int percent) {
    return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1_000.0;
  }

  private static long status(long pid) throws java.io.IOException {
    return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
            .filter(line -> line.startsWith("VmRSS"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
            .sum()
        / 1024;
  }
}
