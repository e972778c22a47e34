package lumina.media;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/// Files that the JDK cannot write.
public final class Samples {
  private Samples() {}

  public static byte[] bytes(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(Samples.class.getResourceAsStream("/imaging/" + name), name)) {
      return in.readAllBytes();
    }
  }
}
