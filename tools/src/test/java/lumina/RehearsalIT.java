package lumina;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The build works even if the settings of a real server are in its environment.
class RehearsalIT {
  @Test
  void a_rehearsal_touches_no_store_that_is_set_up_around_it(@TempDir Path app) throws Exception {
    Files.copy(Path.of("target", "lumina.jar"), app.resolve("lumina.jar"));
    try (ServerSocket database = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      assertThat(rehearse(app, settings(app, database.getLocalPort()))).isZero();
      database.setSoTimeout(1);
      assertThatThrownBy(database::accept).isInstanceOf(SocketTimeoutException.class);
    }
    assertThat(app.resolve("lumina.aot")).exists();
    assertThat(app.resolve("data")).doesNotExist();
  }

  private static Map<String, String> settings(Path app, int port) {
    return Map.of(
        "STORAGE_BACKEND", "dynamodb",
        "DB_HOST", "127.0.0.1",
        "DB_PORT", Integer.toString(port),
        "DB_USER", "somebody",
        "AWS_REGION", "eu-central-1",
        "S3_BUCKET", "real-photos",
        "LUMINA_DATA", app.resolve("data").toString(),
        "JAVA_HOME", System.getProperty("java.home"));
  }

  private static int rehearse(Path app, Map<String, String> settings)
      throws IOException, InterruptedException {
    ProcessBuilder rehearsal =
        new ProcessBuilder(Path.of("..", "bin", "rehearse").toString(), app.toString());
    rehearsal.environment().putAll(settings);
    return rehearsal.inheritIO().start().waitFor();
  }
}
