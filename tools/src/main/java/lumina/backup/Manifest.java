package lumina.backup;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lumina.command.CommandRefused;
import lumina.upload.Checksum;

/// The contents of a backup: a line for each file, in the order of their names, and a last one with
/// the checksum of them all.
///
/// @param made when and by which version, for people
/// @param whole whether it has that checksum: those of earlier versions have none
/// @param files by their paths in the data folder
record Manifest(String made, boolean whole, SortedMap<String, Stored> files) {
  static final String NAME = "manifest.txt";
  static final String DATABASE = "lumina.db";

  private static final String HEADER = "# Lumina backup 2, ";
  private static final String OLD_HEADER = "# Lumina backup 1, ";
  private static final String END = "# SHA-256 ";
  private static final Pattern FILE =
      Pattern.compile("([0-9a-f]{64}) (\\d{1,18}) (-?\\d{1,18}) (.+)");

  /// @param sha256 in hex
  /// @param time when the file was last changed, in milliseconds since 1970
  record Stored(String sha256, long size, long time) {
    static final String FOLDER = "files/";

    /// Where the bytes are in a backup. Equal files are stored once.
    String name() {
      return FOLDER + "%s/%s".formatted(sha256.substring(0, 2), sha256);
    }
  }

  /// Reads the manifest of the last finished backup; empty if there is none.
  static Optional<Manifest> read(Vault vault) throws IOException {
    try (InputStream bytes = vault.read(NAME);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
      return Optional.of(read(lines));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    }
  }

  private static Manifest read(BufferedReader lines) throws IOException {
    MessageDigest sha256 = Checksum.digest("SHA-256");
    TreeMap<String, Stored> files = new TreeMap<>();
    String header = Objects.requireNonNullElse(lines.readLine(), "");
    if (!header.startsWith(HEADER) && !header.startsWith(OLD_HEADER)) {
      throw new CommandRefused("This is not a backup that this version of Lumina can read.");
    }
    String line = header;
    do {
      sha256.update((line + "\n").getBytes(StandardCharsets.UTF_8));
      line = lines.readLine();
    } while (line != null && isFile(line, files));
    String end = header.startsWith(HEADER) ? END + HexFormat.of().formatHex(sha256.digest()) : null;
    if (!Objects.equals(line, end) || lines.readLine() != null) {
      throw new CommandRefused(
          "%s in the backup is damaged: use another backup, and begin a new one elsewhere."
              .formatted(NAME));
    }
    return new Manifest(header.substring(HEADER.length()), end != null, files);
  }

  private static boolean isFile(String line, SortedMap<String, Stored> files) {
    Matcher file = FILE.matcher(line);
    if (!file.matches()) {
      return false;
    }
    files.put(
        file.group(4),
        new Stored(file.group(1), Long.parseLong(file.group(2)), Long.parseLong(file.group(3))));
    return true;
  }

  void write(Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(HEADER + made + "\n");
      for (Map.Entry<String, Stored> entry : files.entrySet()) {
        Stored it = entry.getValue();
        out.write("%s %d %d %s\n".formatted(it.sha256(), it.size(), it.time(), entry.getKey()));
      }
    }
    Files.writeString(file, END + Checksum.of(file) + "\n", StandardOpenOption.APPEND);
  }

  long bytes() {
    return files.values().stream().mapToLong(Stored::size).sum();
  }
}
