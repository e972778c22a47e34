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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;

/// Measures requests a second of one or more builds of Lumina, and of nginx with files of the same
/// size. Each round measures all targets in turn, so other load on the machine affects all of them.
/// Run it through `bin/bench requests`.
class Requests {
  private static final int PHOTOS = 200;
  private static final int ROUNDS = 5;
  private static final int WARM_UPS = 3;
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /// @param yardstick the name of the nginx target that this one is compared with
  private record Target(String name, String address, String cookie, String yardstick) {}

  private static final Map<Target, List<Double>> rates = new LinkedHashMap<>();

  public static void main(String[] arguments) throws Exception {
    Path nginx = Files.createTempDirectory("lumina-nginx");
    List<Place> places = new ArrayList<>();
    for (String app : arguments) {
      places.add(new Place(Path.of(app), 18_084 + places.size()));
    }
    for (Place place : places) {
      place.fill();
    }
    Place first = places.getFirst();
    Files.write(nginx.resolve("1k"), new byte[1_024]);
    Files.write(nginx.resolve("thumb"), first.get(first.image("thumb")));
    Files.write(nginx.resolve("large"), first.get(first.image("large")));
    serve(nginx);
    for (String file : List.of("1k", "thumb", "large")) {
      add(new Target("nginx " + file, "http://localhost:18083/" + file, "", "nginx " + file));
    }
    for (Place place : places) {
      place.targets().forEach(Requests::add);
    }
    for (int i = 0; i < WARM_UPS; i++) {
      for (Target target : rates.keySet()) {
        measure(target);
      }
    }
    for (int i = 0; i < ROUNDS; i++) {
      for (Target target : rates.keySet()) {
        rates.get(target).add(measure(target));
      }
    }
    print();
    for (Place place : places) {
      place.end();
    }
  }

  private static void add(Target target) {
    rates.put(target, new ArrayList<>());
  }

  private static void print() {
    System.out.println("| requests of | a second, median | minimum | maximum | of nginx |");
    System.out.println("| --- | ---: | ---: | ---: | ---: |");
    Map<String, Double> medians = new LinkedHashMap<>();
    rates.forEach((target, measured) -> medians.put(target.name(), sorted(measured)[ROUNDS / 2]));
    rates.forEach(
        (target, measured) ->
            System.out.printf(
                "| %s | %.0f | %.0f | %.0f | %.3f |%n",
                target.name(),
                medians.get(target.name()),
                sorted(measured)[0],
                sorted(measured)[ROUNDS - 1],
                medians.get(target.name()) / medians.get(target.yardstick())));
  }

  private static double[] sorted(List<Double> measured) {
    return measured.stream().mapToDouble(Double::doubleValue).sorted().toArray();
  }

  private static double measure(Target target) throws Exception {
    return Wrk.rate(target.address(), target.cookie());
  }

  private static void serve(Path files) throws Exception {
    Path settings = files.resolve("nginx.conf");
    Files.writeString(
        settings,
        """
        daemon off; worker_processes auto; pid %1$s/pid; error_log %1$s/errors; user root;
        events { worker_connections 512; }
        http {
          access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000000;
          server { listen 127.0.0.1:18083; root %1$s; }
        }
        """
            .formatted(files));
    Process nginx =
        new ProcessBuilder("nginx", "-e", files + "/errors", "-c", settings.toString())
            .redirectErrorStream(true)
            .redirectOutput(new File("/dev/null"))
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(nginx::destroy));
    until("http://localhost:18083/1k", nginx);
  }

  private static void until(String address, Process process) throws Exception {
    while (process.isAlive()) {
      try {
        HTTP.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.discarding());
        return;
      } catch (IOException notYet) {
        Thread.sleep(10);
      }
    }
    throw new IllegalStateException(address + " does not answer");
  }

  /// A running Lumina in which a viewer looks at the photos of a friend.
  private static final class Place {
    private final String name;
    private final String server;
    private final Process process;
    private String viewer = "";
    private String photo = "";

    Place(Path app, int port) throws Exception {
      name = app.getFileName().toString();
      server = "http://localhost:" + port;
      List<String> command =
          new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
      command.add("-XX:+UseSerialGC");
      command.add("-XX:AOTCache=" + app.resolve("lumina.aot"));
      command.addAll(List.of("-Xlog:aot=off", "-Xlog:cds=off"));
      command.add("-Xmx256m");
      command.addAll(List.of("-jar", app.resolve("lumina.jar").toString()));
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().put("LUMINA_DATA", Files.createTempDirectory("lumina-requests").toString());
      builder.environment().put("PORT", String.valueOf(port));
      builder.redirectErrorStream(true).redirectOutput(new File("/dev/null"));
      process = builder.start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
      until(server + "/api/health/live", process);
    }

    void fill() throws Exception {
      String owner = signUp("friend");
      viewer = signUp("viewer");
      json("POST", "/api/friends/request", owner, "{\"username\":\"viewer\"}");
      json("POST", "/api/friends/request", viewer, "{\"username\":\"friend\"}");
      for (int i = 0; i < PHOTOS; i++) {
        upload(owner, i == PHOTOS - 1 ? picture(2_400, 1_600) : picture(320, 240), i);
      }
      String newest = new String(get("/api/photos?limit=1"));
      photo = newest.replaceFirst("(?s).*\"photo_id\":\"([0-9a-f]+)\".*", "$1");
      json("POST", "/api/photos/" + photo + "/comments", viewer, "{\"text\":\"What a day\"}");
    }

    private String signUp(String who) throws Exception {
      return json(
              "POST",
              "/api/auth/signup",
              "",
              "{\"username\":\"%s\",\"password\":\"seven green lamps\"}".formatted(who))
          .headers()
          .firstValue("Set-Cookie")
          .orElseThrow()
          .split(";")[0];
    }

    private HttpResponse<String> json(String method, String path, String cookie, String body)
        throws Exception {
      return checked(
          HTTP.send(
              HttpRequest.newBuilder(URI.create(server + path))
                  .header("Cookie", cookie)
                  .header("Content-Type", "application/json")
                  .method(method, BodyPublishers.ofString(body))
                  .build(),
              BodyHandlers.ofString()));
    }

    private void upload(String owner, byte[] picture, int number) throws Exception {
      String head =
          part("topic", "Sea " + number % 7)
              + part("caption", "A day at the sea, number " + number)
              + part("tags", "sea,summer")
              + "--b\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"x.jpg\"\r\n\r\n";
      checked(
          HTTP.send(
              HttpRequest.newBuilder(URI.create(server + "/api/photos"))
                  .header("Cookie", owner)
                  .header("Content-Type", "multipart/form-data; boundary=b")
                  .POST(
                      BodyPublishers.ofByteArrays(
                          List.of(head.getBytes(), picture, "\r\n--b--\r\n".getBytes())))
                  .build(),
              BodyHandlers.ofString()));
    }

    private static String part(String name, String value) {
      return "--b\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
          .formatted(name, value);
    }

    byte[] get(String path) throws Exception {
      return checked(
              HTTP.send(
                  HttpRequest.newBuilder(URI.create(server + path)).header("Cookie", viewer).build(),
                  BodyHandlers.ofByteArray()))
          .body();
    }

    private static <T> HttpResponse<T> checked(HttpResponse<T> answer) {
      if (answer.statusCode() >= 300) {
        throw new IllegalStateException(answer + " " + answer.body());
      }
      return answer;
    }

    String image(String size) {
      return "/api/photos/" + photo + "/image/" + size;
    }

    List<Target> targets() {
      return List.of(
          target("live", "/api/health/live", "1k"),
          target("me", "/api/auth/me", "1k"),
          target("Explore of 1", "/api/photos?scope=all&limit=1", "1k"),
          target("Explore of 50", "/api/photos?scope=all&limit=50", "1k"),
          target("Home of 50", "/api/photos?limit=50", "1k"),
          target("thumb", image("thumb"), "thumb"),
          target("large", image("large"), "large"));
    }

    private Target target(String what, String path, String file) {
      return new Target(name + ": " + what, server + path, viewer, "nginx " + file);
    }

    /// Prints its memory and stops it.
    void end() throws Exception {
      long kilobytes = resident(process.pid());
      for (ProcessHandle child : process.descendants().toList()) {
        kilobytes += resident(child.pid());
      }
      System.out.printf("%n%s: %d MB resident after that, workers included%n", name, kilobytes / 1024);
      process.destroy();
      process.onExit().join();
    }

    private static long resident(long pid) throws IOException {
      return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
          .filter(line -> line.startsWith("VmRSS"))
          .flatMap(line -> Arrays.stream(line.split("\\s+")).skip(1).limit(1))
          .mapToLong(Long::parseLong)
          .sum();
    }

    /// Soft shapes and some grain, like a camera's picture.
    private static byte[] picture(int width, int height) throws IOException {
      BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
      Random grain = new Random(7);
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          int light = (int) (110 + 70 * Math.sin(x / 190.0) * Math.cos(y / 140.0)) + grain.nextInt(14);
          image.setRGB(x, y, light << 16 | (light + 20) << 8 | (light - 20 & 0xff));
        }
      }
      ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
      ImageIO.write(image, "jpg", jpeg);
      return jpeg.toByteArray();
    }
  }
}
