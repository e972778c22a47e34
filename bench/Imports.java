import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/// Kills Lumina in the middle of an import, and looks whether it goes on and adds nothing twice. Run
/// it through `bin/bench imports`.
class Imports {
  private static final int PORT = 18_087;
  private static final int IN_A_FOLDER = 500;
  private static final Pattern COUNT = Pattern.compile("\"count\":(\\d+)");
  private static final Pattern CHECKSUM = Pattern.compile("\"checksum\":\"(\\w+)\"");
  private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

  public static void main(String[] arguments) throws Exception {
    Path app = Path.of(arguments[0]);
    int files = Integer.parseInt(arguments[1]);
    int kills = Integer.parseInt(arguments[2]);
    Path folder = fill(files);
    Map<String, String> settings =
        Map.of("LUMINA_DATA", Files.createTempDirectory("lumina-imports").toString());
    Path report = folder.resolveSibling("report.jsonl");
    Running server = Running.start(app, PORT, settings);
    String cookie = server.signUp();
    long start = System.nanoTime();
    Random random = new Random(files);
    for (int i = 0; i < kills; i++) {
      Process command = importing(app, settings, folder, report);
      int until = imported(server) + random.nextInt(1, 2 * files / (kills + 1));
      while (imported(server) < until && command.isAlive()) {
        Thread.sleep(100);
      }
      server.kill();
      command.destroyForcibly().waitFor();
      server = Running.start(app, PORT, settings);
      server.as(cookie);
      System.out.printf("killed when %d were there%n", imported(server));
    }
    int exit = importing(app, settings, folder, report).waitFor();
    double seconds = (System.nanoTime() - start) / 1e9;
    List<String> checksums = checksums(server);
    Set<String> different = new HashSet<>(checksums);
    System.out.println("| files | kills | imported | twice | lost | lines of the report | seconds |");
    System.out.println("| ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
    System.out.printf(
        Locale.ROOT,
        "| %d | %d | %d | %d | %d | %d | %.0f |%n",
        files,
        kills,
        checksums.size(),
        checksums.size() - different.size(),
        files - different.size(),
        Files.readAllLines(report).size(),
        seconds);
    server.stop();
    System.exit(exit);
  }

  /// Makes small pictures, no two of which are equal.
  private static Path fill(int files) throws IOException {
    Path folder = Files.createTempDirectory("lumina-folder").resolve("photos");
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_3BYTE_BGR), "jpg", jpeg);
    for (int i = 0; i < files; i++) {
      Path album = Files.createDirectories(folder.resolve("album " + i / IN_A_FOLDER));
      ByteArrayOutputStream one = new ByteArrayOutputStream();
      jpeg.writeTo(one);
      one.write(("photo " + i).getBytes());
      Files.write(album.resolve("IMG_%04d.jpg".formatted(i)), one.toByteArray());
    }
    return folder;
  }

  private static Process importing(
      Path app, Map<String, String> settings, Path folder, Path report) throws IOException {
    List<String> command = Servers.java(app);
    command.addAll(List.of("-jar", app.resolve("lumina.jar").toString(), "import"));
    command.addAll(List.of("--user", Running.USER, "--albums", "--report", report.toString()));
    command.add(folder.toString());
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(settings);
    builder.environment().put("PORT", String.valueOf(PORT));
    return builder.redirectErrorStream(true).redirectOutput(folder.resolveSibling("said").toFile()).start();
  }

  private static int imported(Running server) throws Exception {
    String months = new String(server.get("/api/photos/months?scope=profile").body());
    return COUNT.matcher(months).results().mapToInt(it -> Integer.parseInt(it.group(1))).sum();
  }

  private static List<String> checksums(Running server) throws Exception {
    List<String> all = new java.util.ArrayList<>();
    String next = "/api/photos?scope=profile&limit=200";
    while (next != null) {
      var page = server.get(next);
      CHECKSUM.matcher(new String(page.body())).results().forEach(it -> all.add(it.group(1)));
      Matcher link = NEXT.matcher(page.headers().firstValue("Link").orElse(""));
      next = link.find() ? link.group(1) : null;
    }
    return all;
  }
}
