package lumina.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lumina.command.CommandRefused;
import lumina.storage.DataFolder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.stereotype.Component;

/// Opens the places of backups by their addresses: a folder, `FILE.tar` (or a tar that is there
/// under another name) or `s3://bucket/prefix`.
@Component
@ConditionalOnNotWebApplication
record Vaults(
    DataFolder folder,
    @Value("${storage.region}") String region,
    @Value("${storage.s3.path-style}") boolean pathStyle) {
  private static final Pattern S3 = Pattern.compile("s3://([^/]+)/?(.*?)/?");

  /// @param writes whether it is for a new backup
  Vault open(String address, boolean writes) throws IOException {
    Matcher bucket = S3.matcher(address);
    if (bucket.matches()) {
      return s3(bucket.group(1), bucket.group(2));
    }
    if (address.isBlank() || address.startsWith("s3:")) {
      throw new CommandRefused(
          "\"%s\" is no place: name a folder, FILE.tar or s3://bucket/prefix.".formatted(address));
    }
    Path path = real(Path.of(address).toAbsolutePath().normalize());
    Path data = real(folder.root());
    if (path.startsWith(data)) {
      throw new CommandRefused(
          "%s is in the data folder: keep backups elsewhere, best on another disk."
              .formatted(path));
    }
    if (data.startsWith(path)) {
      throw new CommandRefused(
          "The data folder %s is in %s: set LUMINA_DATA to a folder elsewhere, and delete that one if it is new."
              .formatted(data, path));
    }
    if (!address.endsWith(".tar") && !Files.isRegularFile(path)) {
      return new FolderVault(path);
    }
    return writes ? TarVault.write(path) : TarVault.read(path);
  }

  /// Follows symbolic links, also where the last folders do not exist yet.
  private static Path real(Path path) throws IOException {
    Path there = path;
    while (!Files.exists(there)) {
      there = Objects.requireNonNull(there.getParent());
    }
    return there.toRealPath().resolve(there.relativize(path)).normalize();
  }

  private Vault s3(String bucket, String prefix) {
    if (region.isBlank()) {
      throw new CommandRefused("AWS_REGION is not set: set it to the region of the bucket.");
    }
    return S3Vault.open(region, pathStyle, bucket, prefix.isEmpty() ? "" : prefix + "/");
  }
}
