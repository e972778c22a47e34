package lumina;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.jar.Attributes.Name;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The build works even if the settings of a real server are in its environment.
class RehearsalTest {
  /// Rehearsed in the place of Lumina: what it says is shown, because it serves nothing.
  static final class Environment {
    private Environment() {}

    static void main() {
      System.out.println(System.getenv());
    }
  }

  @Test
  void a_rehearsal_knows_no_store_that_is_set_up_around_it(@TempDir Path app) throws Exception {
    pack(app.resolve("lumina.jar"));

    ProcessBuilder rehearsal =
        new ProcessBuilder("../bin/rehearse", app.toString()).redirectErrorStream(true);
    rehearsal.environment().putAll(settings(app));
    String said = new String(rehearsal.start().getInputStream().readAllBytes(), UTF_8);

    assertThat(said)
        .contains("PORT=0", "LUMINA_DATA=")
        .doesNotContain("STORAGE_BACKEND", "database.example", "AWS_REGION", "real");
  }

  private static Map<String, String> settings(Path app) {
    return Map.of(
        "STORAGE_BACKEND", "dynamodb",
        "DB_HOST", "database.example",
        "AWS_REGION", "eu-central-1",
        "S3_BUCKET", "real-photos",
        "LUMINA_DATA", app.resolve("real-data").toString(),
        "JAVA_HOME", System.getProperty("java.home"));
  }

  private static void pack(Path jar) throws IOException {
    String file = Environment.class.getName().replace('.', '/') + ".class";
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Name.MAIN_CLASS, Environment.class.getName());
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out, manifest);
        InputStream bytes =
            Objects.requireNonNull(Environment.class.getClassLoader().getResourceAsStream(file))) {
      entries.putNextEntry(new JarEntry(file));
      var _ = bytes.transferTo(entries);
    }
  }
}
