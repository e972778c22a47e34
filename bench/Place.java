import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/// A running Lumina in which a viewer looks at the photos of a friend.
class Place {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Pattern ID = Pattern.compile("\"photo_id\":\"([0-9a-f]+)\"");
  private final String name;
  private final String server;
  private final Process process;
  private String viewer = "";
  private List<String> photos = List.of();

  Place(Path app, int port) throws Exception {
    this(Running.nameOf(app), app, port, Map.of());
  }

  Place(String name, Path app, int port, Map<String, String> more) throws Exception {
    this.name = name;
    server = "http://localhost:" + port;
    List<String> command = Servers.java(app);
    command.add("-XX:AOTCache=" + app.resolve("lumina.aot"));
    command.addAll(List.of("-Xlog:aot=off", "-Xlog:cds=off"));
    command.addAll(List.of("-jar", app.resolve("lumina.jar").toString()));
    Map<String, String> settings = new HashMap<>(more);
    settings.put("LUMINA_DATA", Files.createTempDirectory("lumina-requests").toString());
    settings.put("PORT", String.valueOf(port));
    process = Servers.start(command, settings, server + "/api/health/live");
  }

  /// Makes two friends, one of whom uploads photos; the newest ones are large.
  void fill(int small, int large) throws Exception {
    String owner = signUp("friend");
    viewer = signUp("viewer");
    json("POST", "/api/friends/request", owner, "{\"username\":\"viewer\"}");
    json("POST", "/api/friends/request", viewer, "{\"username\":\"friend\"}");
    byte[] picture = picture(320, 240);
    for (int i = 0; i < small; i++) {
      upload(owner, picture, i);
    }
    picture = picture(2_400, 1_600);
    for (int i = 0; i < large; i++) {
      upload(owner, picture, i);
    }
    String newest = new String(get("/api/photos?limit=" + Math.max(large, 1)));
    photos = ID.matcher(newest).results().map(it -> it.group(1)).toList();
    String comments = "/api/photos/" + photos.getFirst() + "/comments";
    json("POST", comments, viewer, "{\"text\":\"What a day\"}");
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

  /// An image of the newest photo.
  String image(String size) {
    return image(0, size);
  }

  /// @param number of a large photo, 0 for the newest
  String image(int number, String size) {
    return "/api/photos/" + photos.get(number) + "/image/" + size;
  }

  /// Milliseconds until the whole answer is there.
  double latency(String path) throws Exception {
    long begin = System.nanoTime();
    get(path);
    return (System.nanoTime() - begin) / 1e6;
  }

  Rounds.Target target(String what, String path, String file) {
    return new Rounds.Target(name + ": " + what, server + path, viewer, "nginx " + file);
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
