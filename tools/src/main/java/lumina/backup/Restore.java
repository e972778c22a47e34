package lumina.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import lumina.backup.Manifest.Stored;
import lumina.command.Command;
import lumina.command.CommandRefused;
import lumina.storage.DataFolder;
import lumina.storage.FileTrouble;
import lumina.storage.LocalBackend;
import lumina.storage.PrivateFiles;
import lumina.storage.sqlite.DatabaseSnapshot;
import lumina.upload.Checksum;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.stereotype.Component;

/// The command `restore`: copies a backup into an empty data folder. The database comes last, and
/// no server starts on the folder before it is there. It can be repeated after an interruption.
@Component("restore")
@LocalBackend
@ConditionalOnNotWebApplication
class Restore implements Command {
  private final DataFolder folder;
  private final Vaults vaults;

  Restore(DataFolder folder, Vaults vaults) {
    this.folder = folder;
    this.vaults = vaults;
  }

  @Override
  public int run(List<String> arguments) {
    String address = arguments.getFirst();
    try (Vault vault = vaults.open(address, false)) {
      Manifest manifest =
          Manifest.read(vault)
              .orElseThrow(
                  () ->
                      new CommandRefused(
                          "There is no backup in %s, or its end is missing.".formatted(address)));
      return restore(vault, manifest);
    } catch (IOException failed) {
      throw new CommandRefused(
          "The backup in %s could not be restored (%s). Mend that and run this again."
              .formatted(address, FileTrouble.of(failed)));
    }
  }

  private int restore(Vault vault, Manifest manifest) throws IOException {
    Path unfinished = folder.restoring();
    if (!Files.exists(unfinished) && !folder.isEmpty()) {
      throw new CommandRefused(
          "There is a Lumina in %s: a restore needs an empty folder. Set LUMINA_DATA to another one."
              .formatted(folder.root()));
    }
    Files.writeString(unfinished, manifest.made());
    if (!manifest.whole()) {
      System.out.println(
          "This backup is of an earlier version, whose list of files has no checksum: if the list was cut off, nothing shows it.");
    }
    System.out.println("Copying the files.");
    AtomicInteger damaged = new AtomicInteger();
    BackupRun.each(
        manifest.files().entrySet().stream(),
        file -> {
          if (!file.getKey().equals(Manifest.DATABASE) && !isRestored(vault, file)) {
            System.out.printf("%s is damaged or missing in the backup.%n", file.getKey());
            damaged.incrementAndGet();
          }
        });
    restoreDatabase(vault, manifest);
    endUploads();
    Files.delete(unfinished);
    System.out.printf(
        "Restored %,d files, as they were at %s.%n",
        manifest.files().size() - damaged.get(), manifest.made());
    return damaged.get() == 0 ? 0 : 1;
  }

  private void restoreDatabase(Vault vault, Manifest manifest) throws IOException {
    for (String stale : List.of("-wal", "-shm")) {
      Files.deleteIfExists(folder.root().resolve(Manifest.DATABASE + stale));
    }
    for (Map.Entry<String, Stored> file :
        manifest.files().subMap(Manifest.DATABASE, Manifest.DATABASE + "\0").entrySet()) {
      if (isRestored(vault, file)) {
        return;
      }
    }
    throw new IOException("the database in the backup is damaged");
  }

  /// What had arrived of unfinished uploads is in no backup, so that their clients begin anew.
  private void endUploads() {
    DatabaseSnapshot.open(folder.root().resolve(Manifest.DATABASE))
        .sql("DELETE FROM uploads WHERE photo_id IS NULL")
        .update();
  }

  /// @return false if the backup does not have the file as it was
  private boolean isRestored(Vault vault, Map.Entry<String, Stored> file) throws IOException {
    Path target = target(file.getKey());
    Stored stored = file.getValue();
    if (Files.exists(target) && Checksum.of(target).equals(stored.sha256())) {
      return true;
    }
    Path parent = PrivateFiles.folder(Objects.requireNonNull(target.getParent()));
    Path draft = Files.createTempFile(folder.incoming(), "restore-", "");
    try (InputStream bytes = vault.read(stored.name())) {
      Files.copy(bytes, draft, StandardCopyOption.REPLACE_EXISTING);
    } catch (NoSuchFileException missing) {
      return false;
    }
    if (!Checksum.of(draft).equals(stored.sha256())) {
      Files.delete(draft);
      return false;
    }
    PrivateFiles.restrict(draft);
    Files.setLastModifiedTime(draft, FileTime.fromMillis(stored.time()));
    PrivateFiles.sync(draft);
    Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    PrivateFiles.sync(parent);
    return true;
  }

  /// @throws IOException if a manifest that somebody changed names a file elsewhere
  private Path target(String path) throws IOException {
    Path target = folder.root().resolve(path).normalize();
    if (!target.startsWith(folder.root())) {
      throw new IOException("it names " + path);
    }
    return target;
  }
}
