package lumina.imports.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// The files in a zip, which is not unpacked. A zip may lie: about sizes, with names that lead
/// outside, and with few bytes that become many.
final class ZipSource implements AutoCloseable {
  /// Photos are compressed already; even a drawing without detail stays below this.
  private static final long MAX_RATIO = 200;

  private static final long SMALL = 16L << 20;

  /// For names, in zips of old programs.
  private static final String OLD_NAMES = "IBM437";

  private final Path path;
  private final String name;
  private final ZipFile zip;

  private ZipSource(Path path, String name, ZipFile zip) {
    this.path = path;
    this.name = name;
    this.zip = zip;
  }

  static boolean isZip(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      String start = new String(in.readNBytes(4), StandardCharsets.ISO_8859_1);
      return start.equals("PK\3\4") || start.equals("PK\5\6");
    }
  }

  /// @param name for people
  static ZipSource open(Path path, String name) throws IOException {
    ZipDirectory.check(path);
    return new ZipSource(path, name, open(path));
  }

  private static ZipFile open(Path path) throws IOException {
    try {
      return new ZipFile(path.toFile(), StandardCharsets.UTF_8);
    } catch (ZipException notUtf8) {
      if (!Charset.isSupported(OLD_NAMES)) {
        throw notUtf8;
      }
      return new ZipFile(path.toFile(), Charset.forName(OLD_NAMES));
    }
  }

  static String why(IOException unreadable) {
    return unreadable instanceof ZipDirectory.Oversized oversized
        ? String.valueOf(oversized.getMessage())
        : "it is not a zip that can be read; download it again";
  }

  void each(Consumer<SourceFile> taker, Findings findings) throws IOException {
    long left = Files.size(path);
    for (ZipEntry entry : Collections.list(zip.entries())) {
      if (entry.isDirectory()) {
        continue;
      }
      left -= entry.getCompressedSize();
      String path = entry.getName().replace('\\', '/');
      if (left < 0) {
        findings.refused(name, "its files overlap, so the rest of it is not read");
        return;
      }
      if (leadsOutside(path)) {
        findings.refused(name + ": " + path, "its name leads out of the zip");
      } else if (isBomb(entry)) {
        findings.refused(path, "it is packed too tightly to be a photo");
      } else if (Stream.of(path.split("/")).noneMatch(SourceFiles::isLitter)) {
        taker.accept(file(entry, path));
      }
    }
  }

  private static boolean leadsOutside(String path) {
    return path.startsWith("/")
        || path.matches("(?s)[A-Za-z]:.*")
        || Stream.of(path.split("/")).anyMatch(".."::equals);
  }

  private static boolean isBomb(ZipEntry entry) {
    return entry.getSize() > SMALL
        && entry.getSize() / Math.max(1, entry.getCompressedSize()) > MAX_RATIO;
  }

  private SourceFile file(ZipEntry entry, String path) {
    long modified = Math.max(0, entry.getTime());
    return new SourceFile(
        path, entry.getSize(), modified, () -> new Declared(zip.getInputStream(entry), entry));
  }

  /// Ends with an error where an entry becomes longer than it says.
  private static final class Declared extends InputStream {
    private final InputStream in;
    private long left;

    Declared(InputStream in, ZipEntry entry) {
      this.in = in;
      left = entry.getSize();
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int count = in.read(bytes, from, length);
      left -= Math.max(0, count);
      if (left < 0) {
        throw new ZipException("An entry is longer than it says.");
      }
      return count;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
