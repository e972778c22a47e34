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

/// The build works even if the settings of a real server are in its environment. What it makes
/// here, the tests after this one start.
class RehearsalIT {
  private static final Path CACHE = Path.of("target", "app", "lumina.aot");

  @Test
  void a_rehearsal_touches_no_store_that_is_set_up_around_it(@TempDir Path place) throws Exception {
    Files.deleteIfExists(CACHE);
    try (ServerSocket database = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      assertThat(unpack(settings(place.resolve("data"), database.getLocalPort()))).isZero();
      database.setSoTimeout(1);
      assertThatThrownBy(database::accept).isInstanceOf(SocketTimeoutException.class);
    }
    assertThat(CACHE).exists();
    assertThat(place).isEmptyDirectory();
  }

  private static Map<String, String> settings(Path data, int port) {
    return Map.of(
        "STORAGE_BACKEND", "dynamodb",
        "DB_HOST", "127.0.0.1",
        "DB_PORT", Integer.toString(port),
        "DB_USER", "somebody",
        "AWS_REGION", "eu-central-1",
        "S3_BUCKET", "real-photos",
        "LUMINA_DATA", data.toString(),
        "JAVA_HOME", System.getProperty("java.home"));
  }

  private static int unpack(Map<String, String> settings) throws IOException, InterruptedException {
    ProcessBuilder unpacking = new ProcessBuilder("../bin/unpack");
    unpacking.environment().putAll(settings);
    return unpacking.inheritIO().start().waitFor();
  }
}
