import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/// Measures a built Lumina on this machine and prints a table; run it through `bin/bench`.
class Bench {
  private static final int PORT = 18_080;
  private static final String SERVER = "http://localhost:" + PORT;
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static String cookie = "";

  public static void main(String[] arguments) throws Exception {
    Path app = Path.of(arguments[0]);
    Path data = Files.createTempDirectory("lumina-bench");
    row("figure", "minimum", "median", "maximum");
    row("---", "---:", "---:", "---:");
    stop(start(app, data, "-Xmx256m")); // the first start unpacks the engine
    Process server = restarts(app, data);
    signUp();
    Thread.sleep(3_000); // at rest
    row("resident memory at rest, workers included (MB)", "", memory(server), "");
    uploads("a 12-megapixel JPEG, to its 201 (ms)", photo(4_000, 3_000), 12);
    six(photo(1_600, 1_200));
    reads();
    row("resident memory after that, workers included (MB)", "", memory(server), "");
    stop(server);
    hundredMegapixels(app, data);
  }

  private static void row(Object... cells) {
    System.out.println("| " + String.join(" | ", Stream.of(cells).map(String::valueOf).toList()) + " |");
  }

  private static void spread(String figure, List<Long> measured) {
    long[] sorted = measured.stream().mapToLong(Long::longValue).sorted().toArray();
    row(figure, sorted[0], sorted[sorted.length / 2], sorted[sorted.length - 1]);
  }

  private static Process restarts(Path app, Path data) throws Exception {
    List<Long> took = new ArrayList<>();
    Process server = null;
    for (int i = 0; i < 5; i++) {
      if (server != null) {
        stop(server);
      }
      long begin = System.nanoTime();
      server = start(app, data, "-Xmx256m");
      took.add(millisSince(begin));
    }
    spread("restart to the first 200 (ms)", took);
    return server;
  }

  private static Process start(Path app, Path data, String heap) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("@" + app.resolve("serve.options"), "-Xms32m", heap));
    command.add("-XX:AOTCache=" + app.resolve("lumina.aot"));
    command.addAll(List.of("-jar", app.resolve("lumina.jar").toString()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("LUMINA_DATA", data.toString());
    builder.environment().put("PORT", String.valueOf(PORT));
    builder.redirectErrorStream(true).redirectOutput(new File("/dev/null"));
    Process server = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(server::destroy));
    while (!healthy()) {
      if (!server.isAlive()) {
        throw new IllegalStateException("Lumina did not start on port " + PORT);
      }
      Thread.sleep(5);
    }
    return server;
  }

  private static void stop(Process server) {
    server.destroy();
    server.onExit().join();
  }

  private static boolean healthy() throws InterruptedException {
    try {
      return HTTP.send(request("/api/health").build(), BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(SERVER + path)).header("Cookie", cookie);
  }

  private static void signUp() throws Exception {
    String who = "{\"username\":\"bench%d\",\"password\":\"seven green lamps\"}".formatted(System.nanoTime());
    HttpResponse<String> answer =
        HTTP.send(
            request("/api/auth/signup")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(who))
                .build(),
            BodyHandlers.ofString());
    cookie = answer.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
  }

  private static void uploads(String figure, byte[] photo, int times) {
    List<Long> took = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      long begin = System.nanoTime();
      upload(photo).join();
      took.add(millisSince(begin));
    }
    spread(figure, took);
  }

  private static void six(byte[] photo) {
    List<Long> took = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      long begin = System.nanoTime();
      CompletableFuture.allOf(
              Stream.generate(() -> upload(photo)).limit(6).toArray(CompletableFuture[]::new))
          .join();
      took.add(millisSince(begin));
    }
    spread("six photos of 2 megapixels at once (ms)", took);
  }

  private static CompletableFuture<Void> upload(byte[] photo) {
    byte[] head =
        "--b\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"x.jpg\"\r\n\r\n".getBytes();
    HttpRequest request =
        request("/api/photos")
            .header("Content-Type", "multipart/form-data; boundary=b")
            .POST(BodyPublishers.ofByteArrays(List.of(head, photo, "\r\n--b--\r\n".getBytes())))
            .build();
    return HTTP.sendAsync(request, BodyHandlers.ofString())
        .thenAccept(
            answer -> {
              if (answer.statusCode() != 201) {
                throw new IllegalStateException(answer.body());
              }
            });
  }

  private static void reads() throws Exception {
    List<Long> took = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      long begin = System.nanoTime();
      HTTP.send(request("/api/photos?limit=50").build(), BodyHandlers.ofByteArray());
      took.add((System.nanoTime() - begin) / 1_000);
    }
    spread("a Home page (µs)", took.subList(1_000, 2_000));
  }

  private static void hundredMegapixels(Path app, Path data) throws Exception {
    Process server = start(app, data, "-Xmx128m");
    signUp();
    uploads("a 100-megapixel JPEG with a heap of 128 MB (ms)", photo(10_000, 10_000), 3);
    row("peak of the server's own memory (MB)", "", status(server.pid(), "VmHWM"), "");
    stop(server);
  }

  /// Soft shapes and some grain, like a camera's picture.
  private static byte[] photo(int width, int height) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    Random grain = new Random(7);
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int light = (int) (110 + 70 * Math.sin(x / 190.0) * Math.cos(y / 140.0)) + grain.nextInt(14);
        row[x] = light << 16 | (light + 20) << 8 | (light - 20 & 0xff);
      }
      image.setRGB(0, y, width, 1, row, 0, width);
    }
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    ImageIO.write(image, "jpg", jpeg);
    return jpeg.toByteArray();
  }

  private static long memory(Process server) throws IOException {
    long kilobytes = status(server.pid(), "VmRSS");
    for (ProcessHandle child : server.descendants().toList()) {
      kilobytes += status(child.pid(), "VmRSS");
    }
    return kilobytes;
  }

  /// In megabytes.
  private static long status(long pid, String name) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
        .filter(line -> line.startsWith(name))
        .flatMap(line -> Arrays.stream(line.split("\\s+")).skip(1).limit(1))
        .mapToLong(Long::parseLong)
        .sum() / 1024;
  }

  private static long millisSince(long begin) {
    return (System.nanoTime() - begin) / 1_000_000;
  }
}
