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
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import lumina.command.CommandRefused;

/// The contents of a backup: a line for each file, in the order of their names.
///
/// @param made when and by which version, for people
/// @param files by their paths in the data folder
record Manifest(String made, SortedMap<String, Stored> files) {
  static final String NAME = "manifest.txt";
  static final String DATABASE = "lumina.db";

  private static final String HEADER = "# Lumina backup 1, ";
  private static final int FIELDS = 4;

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
      String header = lines.readLine();
      if (header == null || !header.startsWith(HEADER)) {
        throw new CommandRefused("This is not a backup that this version of Lumina can read.");
      }
      TreeMap<String, Stored> files = new TreeMap<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] field = line.split(" ", FIELDS);
        files.put(
            field[3], new Stored(field[0], Long.parseLong(field[1]), Long.parseLong(field[2])));
      }
      return Optional.of(new Manifest(header.substring(HEADER.length()), files));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    }
  }

  void write(Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(HEADER + made + "\n");
      for (Map.Entry<String, Stored> entry : files.entrySet()) {
        Stored it = entry.getValue();
        out.write("%s %d %d %s\n".formatted(it.sha256(), it.size(), it.time(), entry.getKey()));
      }
    }
  }

  long bytes() {
    return files.values().stream().mapToLong(Stored::size).sum();
  }
}
