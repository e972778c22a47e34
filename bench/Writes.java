import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Measures comments, likes and messages a second of one or more builds at 16 connections, compared
/// with `/api/auth/me`, and the time of a page of Explore while people write and while they do not.
/// Run it through `bin/bench writes`.
class Writes {
  private static final int PORT = 18_095;
  private static final int ROUNDS = 5;
  private static final int WARM_UPS = 2;
  private static final int PHOTOS = 50;
  private static final Pattern RESULT = Pattern.compile("result (\\d+) (\\d+) (\\d+)");

  private static final String SCRIPT =
      """
      local photos = {%s}
      local body = '%s'
      local number = 0
      wrk.method = '%s'
      wrk.headers['Content-Type'] = 'application/json'
      wrk.headers['Cookie'] = '%s'
      if body ~= '' then wrk.body = body end
      function request()
        number = number + 1
        local path = '%s'
        return wrk.format(nil, (path:gsub('PHOTO', photos[number %% #photos + 1])))
      end
      function done(summary, latency)
        local failed = summary.errors.status + summary.errors.connect + summary.errors.read
        io.write(string.format('result %%d %%d %%d\\n',
          summary.requests / (summary.duration / 1e6), latency:percentile(95), failed))
      end
      """;

  /// @param rate requests a second
  /// @param p95 microseconds
  private record Measured(double rate, double p95) {}

  private record Target(String name, String method, String path, String body, boolean whileWriting) {}

  private static final List<Target> TARGETS =
      List.of(
          new Target("me", "GET", "/api/auth/me", "", false),
          new Target("comments", "POST", "/api/photos/PHOTO/comments", "{\"text\":\"What a day\"}", false),
          new Target("likes, given and taken back", "POST", "/api/photos/PHOTO/like", "", false),
          new Target("messages", "POST", "/api/messages", "{\"to_user_id\":TO,\"text\":\"Hello\"}", false),
          new Target("Explore of 50", "GET", "/api/photos?scope=all&limit=50", "", false),
          new Target("Explore of 50 while others comment", "GET", "/api/photos?scope=all&limit=50", "", true));

  /// A running build, in which a viewer writes about the photos of a friend.
  private record Place(String name, Running running, String cookie, List<String> photos, long friend) {}

  public static void main(String[] builds) throws Exception {
    Map<Place, Map<Target, List<Measured>>> results = new LinkedHashMap<>();
    for (String app : builds) {
      results.put(place(Path.of(app), PORT + results.size()), new LinkedHashMap<>());
    }
    for (int i = 0; i < WARM_UPS + ROUNDS; i++) {
      for (Target target : TARGETS) {
        for (Place place : results.keySet()) {
          Measured measured = measured(place, target);
          if (i >= WARM_UPS) {
            results.get(place).computeIfAbsent(target, _ -> new ArrayList<>()).add(measured);
          }
        }
      }
    }
    results.forEach(Writes::print);
    draw(List.copyOf(results.values()).getLast());
  }

  private static void draw(Map<Target, List<Measured>> results) throws Exception {
    Map<String, Double> ratios = new LinkedHashMap<>();
    double me = rate(results.get(TARGETS.getFirst()));
    results.forEach((target, measured) -> ratios.put(target.name(), rate(measured) / me));
    Plot.bars(Path.of("bench/results/writes.svg"), "Requests a second, me = 1", ratios);
  }

  private static Place place(Path app, int port) throws Exception {
    Path data = Files.createTempDirectory("lumina-writes");
    Running running =
        Running.start(
            app,
            port,
            Map.of("LUMINA_DATA", data.toString(), "LUMINA_WRITES_IN_TEN_MINUTES", "100000000"),
            "-XX:AOTCache=" + app.resolve("lumina.aot"),
            "-Xlog:aot=off",
            "-Xlog:cds=off");
    String friend = running.signUp("friend");
    for (int i = 0; i < PHOTOS; i++) {
      running.upload(Pictures.small());
    }
    long id = Long.parseLong(found("\"id\":(\\d+)", text(running, "/api/auth/me")).getFirst());
    List<String> photos = found("\"photo_id\":\"([0-9a-f]+)\"", text(running, "/api/photos?scope=all&limit=50"));
    String viewer = running.signUp();
    running.post("/api/friends/request", "{\"username\":\"friend\"}");
    running.as(friend);
    running.post("/api/friends/request", "{\"username\":\"%s\"}".formatted(Running.USER));
    running.as(viewer);
    return new Place(Running.nameOf(app), running, viewer, photos.stream().distinct().toList(), id);
  }

  private static String text(Running running, String path) throws Exception {
    return new String(running.get(path).body());
  }

  private static List<String> found(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().map(result -> result.group(1)).toList();
  }

  private static Measured measured(Place place, Target target) throws Exception {
    if (!target.whileWriting()) {
      return wrk(place, target, 16, 2);
    }
    CompletableFuture<Measured> writing =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return wrk(place, TARGETS.get(1), 4, 3);
              } catch (Exception failed) {
                throw new IllegalStateException(failed);
              }
            });
    Measured reading = wrk(place, target, 16, 2);
    writing.join();
    return reading;
  }

  private static Measured wrk(Place place, Target target, int connections, int seconds) throws Exception {
    Path script = Files.createTempFile("writes", ".lua");
    String photos = "'" + String.join("','", place.photos()) + "'";
    String body = target.body().replace("TO", String.valueOf(place.friend()));
    Files.writeString(
        script, SCRIPT.formatted(photos, body, target.method(), place.cookie(), target.path()));
    Process wrk =
        new ProcessBuilder(
                "wrk", "-t1", "-c" + connections, "-d" + seconds + "s", "-s", script.toString(), place.running().address())
            .redirectErrorStream(true)
            .start();
    String report = new String(wrk.getInputStream().readAllBytes());
    Matcher result = RESULT.matcher(report);
    if (!result.find() || !result.group(3).equals("0")) {
      throw new IllegalStateException(target.name() + ": " + report);
    }
    Files.delete(script);
    return new Measured(Double.parseDouble(result.group(1)), Double.parseDouble(result.group(2)));
  }

  private static void print(Place place, Map<Target, List<Measured>> results) {
    double me = rate(results.get(TARGETS.getFirst()));
    System.out.printf("| %s | a second, median | of me | p95 (ms) |%n", place.name());
    System.out.println("| --- | ---: | ---: | ---: |");
    results.forEach(
        (target, measured) ->
            System.out.printf(
                "| %s | %.0f | %.3f | %.1f |%n",
                target.name(),
                rate(measured),
                rate(measured) / me,
                Wrk.median(measured.stream().map(Measured::p95).toList()) / 1_000));
    System.out.println();
    place.running().stop();
  }

  private static double rate(List<Measured> measured) {
    return Wrk.median(measured.stream().map(Measured::rate).toList());
  }
}
