package lumina.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import lumina.backup.Manifest.Stored;
import lumina.command.Command;
import lumina.command.CommandRefused;
import lumina.storage.DataFolder;
import lumina.storage.FileTrouble;
import lumina.storage.LocalBackend;
import lumina.storage.PrivateFiles;
import lumina.storage.Version;
import lumina.storage.place.LocalPlace;
import lumina.storage.sqlite.DatabaseSnapshot;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The command `backup`: copies the database of one moment and all files that it names, while a
/// server may be running (docs/decisions/0036).
///
/// The manifest is replaced last. Until then the backup before is whole.
@Component("backup")
@LocalBackend
@ConditionalOnNotWebApplication
class Backup implements Command {
  private static final String VERIFY = "--verify";
  private static final int MORE = 2;
  private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));
  private static final String DRAFT = ".backup";

  private final DataFolder folder;
  private final Vaults vaults;
  private final ObjectProvider<LocalPlace> place;
  private final ObjectProvider<DatabaseSnapshot> snapshots;

  /// The providers open no database before they are asked.
  Backup(
      DataFolder folder,
      Vaults vaults,
      ObjectProvider<LocalPlace> place,
      ObjectProvider<DatabaseSnapshot> snapshots) {
    this.folder = folder;
    this.vaults = vaults;
    this.place = place;
    this.snapshots = snapshots;
  }

  @Override
  public int run(List<String> arguments) {
    String address = arguments.getFirst();
    try (FileChannel _ = alone();
        Vault vault = vaults.open(address, true)) {
      folder.close(); // a server may start meanwhile
      if (!folder.hasDatabase()) {
        folder.requireRestored();
        throw new CommandRefused(
            "There is no Lumina in %s: check LUMINA_DATA.".formatted(folder.root()));
      }
      var _ = place.getObject();
      return backUp(vault, address, arguments.contains(VERIFY));
    } catch (IOException failed) {
      throw new CommandRefused(
          "No backup was made in %s (%s). If there is an earlier one, it is as it was."
              .formatted(address, FileTrouble.of(failed)));
    }
  }

  /// Two backups at once could delete what the other one has just copied.
  private FileChannel alone() throws IOException {
    Path mark =
        folder.isReadOnly()
            ? TEMPORARY.resolve("%s-%s.lock".formatted(name(), System.getProperty("user.name")))
            : folder.root().resolve("backup.lock");
    FileChannel lock = FileChannel.open(PrivateFiles.file(mark), StandardOpenOption.WRITE);
    if (lock.tryLock() == null) {
      lock.close();
      throw new CommandRefused(
          "Another backup of %s is being made: wait until it has ended.".formatted(folder.root()));
    }
    return lock;
  }

  /// The beginning of the names of its temporary files, which are this place's.
  private String name() {
    return "lumina-%08x".formatted(folder.root().hashCode());
  }

  /// A file for the copy of the database; those of backups that were killed are deleted, and what
  /// SQLite wrote beside them.
  private Path draft() throws IOException {
    Path draft = Files.createTempFile(TEMPORARY, name(), DRAFT);
    try (DirectoryStream<Path> all =
        Files.newDirectoryStream(TEMPORARY, name() + "*" + DRAFT + "{,-journal,-wal,-shm}")) {
      for (Path other : all) {
        if (!other.equals(draft) && Files.getOwner(other).equals(Files.getOwner(draft))) {
          Files.deleteIfExists(other);
        }
      }
    }
    return draft;
  }

  private int backUp(Vault vault, String address, boolean verify) throws IOException {
    SortedMap<String, Stored> before =
        Manifest.read(vault).map(Manifest::files).orElseGet(TreeMap::new);
    BackupRun run = new BackupRun(vault, before, verify);
    // What people upload and delete during the longest part is neither missing nor too much.
    System.out.println("Copying the files.");
    run.copyAll(folder.root(), folder.images());
    Path draft = draft();
    try {
      Originals originals = snapshot(run, draft, before);
      for (int again = 0; again < MORE && !originals.areThere(); again++) {
        originals = snapshot(run, draft, before); // without those that were deleted meanwhile
      }
      List<String> faults = originals.correct();
      Manifest manifest = new Manifest(made(), true, originals.files());
      finish(run, vault, manifest, draft);
      faults.forEach(System.out::println);
      System.out.printf(
          "The backup in %s has %,d files, %,d MB (%,d copied), of %s. %s compared with its checksum.%n",
          address,
          manifest.files().size(),
          manifest.bytes() >> 20,
          run.copied(),
          manifest.made(),
          verify ? "Each was" : "Each that was copied was");
      return faults.isEmpty() ? 0 : 1;
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static String made() {
    return "%s, version %s"
        .formatted(Instant.now().truncatedTo(ChronoUnit.SECONDS), Version.running());
  }

  /// Copies the database, and then the files that came since the last pass.
  private Originals snapshot(BackupRun run, Path file, SortedMap<String, Stored> before)
      throws IOException {
    System.out.println("Copying the database.");
    Files.write(file, new byte[0]);
    snapshots.getObject().write(file);
    JdbcClient database = DatabaseSnapshot.open(file);
    List<String> damage = DatabaseSnapshot.damage(database);
    if (!damage.isEmpty()) {
      throw new IOException("the database is damaged: " + damage.getFirst());
    }
    run.copy(Manifest.DATABASE, file);
    run.copyAll(folder.root(), folder.images());
    NamedFiles named = NamedFiles.in(database);
    TreeMap<String, Stored> files = new TreeMap<>(run.seen());
    files.keySet().removeIf(path -> !named.has(path));
    return new Originals(named, files, before);
  }

  private static void finish(BackupRun run, Vault vault, Manifest manifest, Path draft)
      throws IOException {
    run.check(manifest.files());
    manifest.write(draft);
    vault.put(Manifest.NAME, draft);
    run.prune(manifest.files());
  }
}
