import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/// Uses a Lumina as people do, for some seconds: what the JVM learns from it about hot code is kept
/// for later starts (bin/rehearse).
class Rehearsal {
  private static final long NANOS = 8_000_000_000L;
  private static final int PHOTOS = 100;
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final String server;
  private String cookie = "";

  private Rehearsal(String server) {
    this.server = server;
  }

  public static void main(String[] arguments) throws Exception {
    Rehearsal rehearsal = new Rehearsal(arguments[0]);
    rehearsal.signUp();
    String photo = "/api/photos/" + rehearsal.upload();
    rehearsal.read(
        List.of(
            "/api/health/live",
            "/api/auth/me",
            "/api/photos?limit=50",
            "/api/photos?scope=all&limit=50",
            "/api/notifications/unread",
            photo,
            photo + "/comments",
            photo + "/image/thumb",
            photo + "/image/large"));
  }

  private void signUp() throws Exception {
    HttpResponse<String> answer =
        post(
            "/api/auth/signup",
            "application/json",
            "{\"username\":\"somebody\",\"password\":\"seven green lamps\"}".getBytes());
    cookie = answer.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
  }

  /// Uploads some photos, and returns the id of one.
  private String upload() throws Exception {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.write("--b\r\nContent-Disposition: form-data; name=\"audience\"\r\n\r\npublic\r\n".getBytes());
    body.write("--b\r\nContent-Disposition: form-data; name=\"caption\"\r\n\r\nA day at the sea\r\n".getBytes());
    body.write("--b\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"x.jpg\"\r\n\r\n".getBytes());
    ImageIO.write(grain(), "jpg", body);
    body.write("\r\n--b--\r\n".getBytes());
    String id = "";
    for (int i = 0; i < PHOTOS; i++) {
      String photo = post("/api/photos", "multipart/form-data; boundary=b", body.toByteArray()).body();
      id = photo.replaceFirst("(?s).*\"photo_id\":\"([0-9a-f]+)\".*", "$1");
      post("/api/photos/" + id + "/comments", "application/json", "{\"text\":\"Nice\"}".getBytes());
    }
    return id;
  }

  /// A picture with many details makes a large file.
  private static BufferedImage grain() {
    BufferedImage picture = new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(7);
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        picture.setRGB(x, y, random.nextInt(1 << 24));
      }
    }
    return picture;
  }

  private HttpResponse<String> post(String path, String type, byte[] body) throws Exception {
    return checked(
        HTTP.send(
            request(path).header("Content-Type", type).POST(BodyPublishers.ofByteArray(body)).build(),
            BodyHandlers.ofString()));
  }

  private void read(List<String> paths) throws Exception {
    long end = System.nanoTime() + NANOS;
    while (System.nanoTime() < end) {
      for (String path : paths) {
        checked(HTTP.send(request(path).build(), BodyHandlers.discarding()));
      }
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server + path)).header("Cookie", cookie);
  }

  private static <T> HttpResponse<T> checked(HttpResponse<T> answer) {
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(answer + " " + answer.body());
    }
    return answer;
  }
}
