package lumina.imports.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apache.commons.compress.archivers.zip.ZipMethod.BZIP2;
import static org.apache.commons.compress.archivers.zip.ZipMethod.DEFLATED;
import static org.apache.commons.compress.archivers.zip.ZipMethod.ENHANCED_DEFLATED;
import static org.apache.commons.compress.archivers.zip.ZipMethod.STORED;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;

/// The files in a zip, which is not unpacked. A zip may lie: about sizes, with names that lead
/// outside, and with few bytes that become many.
final class ZipSource implements AutoCloseable {
  /// Photos are compressed already; even a drawing without detail stays below this.
  private static final long MAX_RATIO = 200;

  private static final long SMALL = 16L << 20;

  /// For names, in zips of old programs.
  private static final Charset OLD_NAMES = Charset.forName("IBM437", ISO_8859_1);

  /// What entries without a time have: the beginning of the calendar of zips, or zero, which reads
  /// as day zero of month zero.
  private static final Set<LocalDateTime> NO_TIME =
      Set.of(LocalDateTime.of(1980, 1, 1, 0, 0), LocalDateTime.of(1979, 11, 30, 0, 0));

  private static final Set<ZipMethod> METHODS = Set.of(STORED, DEFLATED, ENHANCED_DEFLATED, BZIP2);

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
      String start = new String(in.readNBytes(4), ISO_8859_1);
      return start.equals("PK\3\4") || start.equals("PK\5\6");
    }
  }

  /// @param name for people
  static ZipSource open(Path path, String name) throws IOException {
    ZipDirectory.check(path);
    return new ZipSource(
        path, name, ZipFile.builder().setPath(path).setIgnoreLocalFileHeader(true).get());
  }

  static String why(IOException unreadable) {
    return unreadable instanceof ZipDirectory.Oversized oversized
        ? String.valueOf(oversized.getMessage())
        : "it is not a zip that can be read; download it again, and as .zip";
  }

  void each(Consumer<SourceFile> taker, Findings findings) throws IOException {
    long left = Files.size(path);
    for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
      if (entry.isDirectory()) {
        continue;
      }
      left -= entry.getCompressedSize();
      String path = name(entry).replace('\\', '/');
      if (left < 0) {
        findings.refused(name, "its files overlap, so the rest of it is not read");
        return;
      }
      if (leadsOutside(path)) {
        findings.refused(name + ": " + path, "its name leads out of the zip");
      } else if (entry.getGeneralPurposeBit().usesEncryption()) {
        findings.refused(path, "it needs a password; make a zip without one");
      } else if (!METHODS.contains(ZipMethod.getMethodByCode(entry.getMethod()))) {
        findings.refused(path, "it is packed in an unusual way; unpack it, and pack it anew");
      } else if (isBomb(entry)) {
        findings.refused(path, "it is packed too tightly to be a photo");
      } else if (Stream.of(path.split("/")).noneMatch(SourceFiles::isLitter)) {
        taker.accept(file(entry, path));
      }
    }
  }

  /// Programs that name no encoding use UTF-8, or that of old systems.
  private static String name(ZipArchiveEntry entry) {
    if (entry.getNameSource() != ZipArchiveEntry.NameSource.NAME) {
      return entry.getName();
    }
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(entry.getRawName())).toString();
    } catch (CharacterCodingException notUtf8) {
      return new String(entry.getRawName(), OLD_NAMES);
    }
  }

  private static boolean leadsOutside(String path) {
    return path.startsWith("/")
        || path.matches("(?s)[A-Za-z]:.*")
        || Stream.of(path.split("/")).anyMatch(".."::equals);
  }

  private static boolean isBomb(ZipArchiveEntry entry) {
    return entry.getSize() > SMALL
        && entry.getSize() / Math.max(1, entry.getCompressedSize()) > MAX_RATIO;
  }

  private SourceFile file(ZipArchiveEntry entry, String path) {
    return new SourceFile(
        path, this.path, entry.getSize(), modified(entry), () -> new Declared(bytes(entry), entry));
  }

  /// Zips have the time of a clock on the wall; some add the moment, and may count it in UTC.
  private static long modified(ZipArchiveEntry entry) {
    Instant time = Instant.ofEpochMilli(entry.getTime());
    boolean none =
        Stream.of(ZoneId.systemDefault(), ZoneOffset.UTC)
            .anyMatch(zone -> NO_TIME.contains(LocalDateTime.ofInstant(time, zone)));
    return none ? 0 : Math.max(0, time.toEpochMilli());
  }

  /// Several threads read entries at once, which the library allows, but not that they look for
  /// where an entry begins.
  private synchronized InputStream bytes(ZipArchiveEntry entry) throws IOException {
    try {
      return zip.getInputStream(entry);
    } catch (IllegalArgumentException outside) {
      throw new ZipException("An entry is outside of its zip.");
    }
  }

  /// Ends with an error where an entry is not what was packed: longer than it says, or damaged.
  private static final class Declared extends FilterInputStream {
    private final CRC32 checksum = new CRC32();
    private final long expected;
    private long left;

    Declared(InputStream in, ZipArchiveEntry entry) {
      super(in);
      expected = entry.getCrc();
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
      checksum.update(bytes, from, Math.max(0, count));
      if (left < 0 || (count < 0 && checksum.getValue() != expected)) {
        throw new ZipException("An entry is not what was packed.");
      }
      return count;
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
