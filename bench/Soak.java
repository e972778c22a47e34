import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Lets people read and write for some minutes at half of the rate that Lumina reaches at most, and
/// watches whether its processes grow. Run it through `bin/bench soak`.
class Soak {
  private static final int PORT = 18_089;
  private static final int PEOPLE = 16;
  private static final int PHOTOS = 50;
  private static final Duration WARM_UP = Duration.ofSeconds(20);
  private static final Duration FLAT_OUT = Duration.ofSeconds(10);
  private static final Duration SAMPLE = Duration.ofSeconds(3);
  private static final Pattern ID = Pattern.compile("\"photo_id\":\"([0-9a-f]+)\"");

  private final Running server;
  private final Path picture = Pictures.small();
  private final long friend;
  private final List<String> photos;
  private final AtomicLong answered = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();

  private Soak(Running server) throws Exception {
    this.server = server;
    String other = server.signUp("friend");
    String me = new String(server.get("/api/auth/me").body());
    friend = Long.parseLong(me.replaceAll(".*\"id\":(\\d+).*", "$1"));
    for (int i = 0; i < PHOTOS; i++) {
      server.upload(picture);
    }
    String viewer = server.signUp();
    server.post("/api/friends/request", "{\"username\":\"friend\"}");
    server.as(other);
    server.post("/api/friends/request", "{\"username\":\"%s\"}".formatted(Running.USER));
    server.as(viewer);
    String explore = new String(server.get("/api/photos?scope=all&limit=" + PHOTOS).body());
    photos = ID.matcher(explore).results().map(it -> it.group(1)).distinct().toList();
  }

  /// @param arguments the folder of the app, and minutes
  public static void main(String[] arguments) throws Exception {
    Path app = Path.of(arguments[0]);
    Duration time = Duration.ofMinutes(Long.parseLong(arguments[1]));
    Running server =
        Running.start(
            app,
            PORT,
            Map.of(
                "LUMINA_DATA", Files.createTempDirectory("lumina-soak").toString(),
                "LUMINA_WRITES_IN_TEN_MINUTES", "100000000"),
            "-XX:AOTCache=" + app.resolve("lumina.aot"),
            "-Xlog:aot=off",
            "-Xlog:cds=off");
    Soak soak = new Soak(server);
    soak.load(Double.MAX_VALUE, WARM_UP);
    double ceiling = soak.load(Double.MAX_VALUE, FLAT_OUT);
    List<Map<String, Double>> samples = new ArrayList<>();
    Thread watching = Thread.ofPlatform().start(() -> watch(server.process(), samples));
    double rate = soak.load(ceiling / 2, time);
    watching.interrupt();
    watching.join();
    soak.print(ceiling, rate, samples);
    server.stop();
    System.exit(0);
  }

  /// Has people make this many requests a second, as far as possible, and returns how many it was.
  private double load(double rate, Duration time) {
    long start = System.nanoTime();
    long before = answered.get();
    AtomicLong number = new AtomicLong();
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < PEOPLE; i++) {
        people.execute(
            () -> {
              while (System.nanoTime() - start < time.toNanos()) {
                long next = number.getAndIncrement();
                LockSupport.parkNanos(start + (long) (next / rate * 1e9) - System.nanoTime());
                ask(next);
              }
            });
      }
    }
    return (answered.get() - before) * 1e9 / (System.nanoTime() - start);
  }

  private void ask(long number) {
    try {
      request(number);
      answered.incrementAndGet();
    } catch (Exception refused) {
      if (failed.getAndIncrement() == 0) {
        System.out.println("the first failure: " + refused);
      }
    }
  }

  /// Of 200 requests, 40 write and one of these uploads a photo.
  private void request(long number) throws Exception {
    String photo = "/api/photos/" + photos.get((int) (number % photos.size()));
    switch ((int) (number % 20)) {
      case 0, 1 -> server.post(photo + "/comments", "{\"text\":\"What a day\"}");
      case 2 -> server.post(photo + "/like", "");
      case 3 -> message(number);
      case 4, 5, 6 -> server.get("/api/photos?scope=all&limit=50");
      case 7, 8 -> server.get("/api/photos?limit=50");
      case 9, 10 -> server.get(photo + "/image/large");
      case 11 -> server.get("/api/auth/me");
      default -> server.get(photo + "/image/thumb");
    }
  }

  private void message(long number) throws Exception {
    if (number % 200 == 3) {
      server.upload(picture);
    } else {
      server.post("/api/messages", "{\"to_user_id\":%d,\"text\":\"Hello\"}".formatted(friend));
    }
  }

  private static void watch(ProcessHandle server, List<Map<String, Double>> samples) {
    while (!Thread.interrupted()) {
      Map<String, Double> sample = new LinkedHashMap<>();
      Stream.concat(Stream.of(server), server.descendants())
          .forEach(it -> measured(it.pid()).forEach((what, n) -> sample.merge(what, n, Double::sum)));
      samples.add(sample);
      LockSupport.parkNanos(SAMPLE.toNanos());
    }
  }

  /// Empty if the process has ended.
  private static Map<String, Double> measured(long pid) {
    Path process = Path.of("/proc", String.valueOf(pid));
    Map<String, Double> measured = new LinkedHashMap<>();
    try (Stream<Path> files = Files.list(process.resolve("fd"))) {
      for (String line : Files.readAllLines(process.resolve("status"))) {
        double value = line.matches("(VmRSS|Threads):.*") ? Long.parseLong(line.replaceAll("\\D", "")) : 0;
        if (line.startsWith("VmRSS")) {
          measured.put("memory (MB)", value / 1024);
        } else if (line.startsWith("Threads")) {
          measured.put("threads", value);
        }
      }
      List<Path> open = files.toList();
      measured.put("open files", (double) open.size());
      measured.put("connections", (double) open.stream().filter(Soak::isSocket).count());
      return measured;
    } catch (IOException ended) {
      return Map.of();
    }
  }

  private static boolean isSocket(Path file) {
    try {
      return Files.readSymbolicLink(file).toString().startsWith("socket");
    } catch (IOException closed) {
      return false;
    }
  }

  private void print(double ceiling, double rate, List<Map<String, Double>> samples)
      throws IOException {
    System.out.printf(
        Locale.ROOT,
        "ceiling %.0f requests a second; soak %.0f a second, %,d answered in all, %d failed%n%n",
        ceiling,
        rate,
        answered.get(),
        failed.get());
    System.out.println("| minimum / median / maximum | first third | second | last |");
    System.out.println("| --- | ---: | ---: | ---: |");
    Map<String, List<Double>> lines = new LinkedHashMap<>();
    for (String what : samples.getFirst().keySet()) {
      List<Double> values = samples.stream().map(it -> it.getOrDefault(what, 0.0)).toList();
      lines.put(what, values);
      int third = values.size() / 3;
      System.out.printf(
          "| %s | %s | %s | %s |%n",
          what,
          range(values.subList(0, third)),
          range(values.subList(third, 2 * third)),
          range(values.subList(2 * third, values.size())));
    }
    Plot.lines(Path.of("bench/results/soak.svg"), "Half of the ceiling, over time", lines);
  }

  private static String range(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return String.format(
        Locale.ROOT,
        "%.0f / %.0f / %.0f",
        sorted.getFirst(),
        sorted.get(sorted.size() / 2),
        sorted.getLast());
  }
}
