package lumina.stores;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.springframework.util.FileSystemUtils;

/// An S3 server in this process, on a port of its own. It checks signatures and checksums, and
/// keeps objects in a temporary folder.
public final class S3Server implements AutoCloseable {
  private static final String ACCESS_KEY = "lumina";
  private static final String SECRET_KEY = "only for tests";

  private final Path folder;
  private final S3Proxy proxy;

  private S3Server(Path folder, S3Proxy proxy) {
    this.folder = folder;
    this.proxy = proxy;
  }

  public static S3Server start() {
    try {
      Path folder = Files.createTempDirectory("lumina-s3-");
      S3Proxy proxy =
          S3Proxy.builder()
              .blobStore(new FilesystemNio2BlobStore(folder.toString()))
              .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, ACCESS_KEY, SECRET_KEY)
              .endpoint(URI.create("http://127.0.0.1:0"))
              .stopTimeout(0)
              .build();
      proxy.start();
      return new S3Server(folder, proxy);
    } catch (Exception e) {
      throw new IllegalStateException("S3Proxy does not start", e);
    }
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + proxy.getPort());
  }

  public String accessKey() {
    return ACCESS_KEY;
  }

  public String secretKey() {
    return SECRET_KEY;
  }

  /// Deletes every bucket.
  public void reset() throws IOException {
    FileSystemUtils.deleteRecursively(folder);
    Files.createDirectories(folder);
  }

  @Override
  public void close() {
    try {
      proxy.stop();
      FileSystemUtils.deleteRecursively(folder);
    } catch (Exception e) {
      throw new IllegalStateException("S3Proxy does not stop", e);
    }
  }
}
