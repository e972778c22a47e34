package lumina.blob;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import lumina.stores.S3Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

@ResourceLock(S3Connected.NAME)
class S3UploadPartsTest extends UploadPartsContract {
  @TempDir private static Path data;
  private static S3Server server;
  private static S3Connected connected;

  @BeforeAll
  static void connect() {
    server = S3Server.start();
    connected = new S3Connected(server, "lumina.data=" + data).start();
  }

  @AfterAll
  static void disconnect() {
    connected.close();
    server.close();
  }

  @AfterEach
  void no_temporary_file_is_left() throws IOException {
    assertThat(data.resolve("incoming")).isEmptyDirectory();
  }

  @Override
  UploadParts parts() {
    return connected.parts();
  }
}
