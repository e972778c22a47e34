package lumina.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lumina.backup.Manifest.Stored;
import lumina.command.CommandRefused;
import lumina.upload.Checksum;

/// Copies files to a vault, except those that are there already. A file is unchanged if it has the
/// size and the time that the last backup noted: files of photos are replaced, but never changed.
final class BackupRun {
  private static final int CONCURRENCY = 4;

  /// The files of backups, finished or not.
  private static final Pattern OWN =
      Pattern.compile("(?:files/[0-9a-f]{2}/)?(?:[0-9a-f]{64}|draft-[^/]*)|manifest\\.txt");

  private final Vault vault;
  private final SortedMap<String, Stored> before;
  private final Map<String, Long> there;
  private final boolean verify;
  private final Set<String> copied = ConcurrentHashMap.newKeySet();
  private final SortedMap<String, Stored> seen = new ConcurrentSkipListMap<>();

  /// @param before the files of the last backup
  /// @param verify whether to read what is there already, and to copy again what is damaged
  /// @throws CommandRefused if something else is there, which would be deleted
  BackupRun(Vault vault, SortedMap<String, Stored> before, boolean verify) throws IOException {
    this.vault = vault;
    this.before = before;
    this.there = vault.sizes();
    for (String name : there.keySet()) {
      if (!OWN.matcher(name).matches()) {
        throw new CommandRefused(
            "%s there is not of a backup: choose an empty folder.".formatted(name));
      }
    }
    this.verify = verify;
  }

  /// Everything that was copied or found unchanged, by its path in the data folder.
  SortedMap<String, Stored> seen() {
    return seen;
  }

  int copied() {
    return copied.size();
  }

  /// Copies all files below a folder. Those that are deleted meanwhile are left out.
  ///
  /// @param root the data folder
  void copyAll(Path root, Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      each(
          files.filter(Files::isRegularFile), file -> copy(root.relativize(file).toString(), file));
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
  }

  void copy(String path, Path file) throws IOException {
    try {
      Stored old = before.get(path);
      long time = Files.getLastModifiedTime(file).toMillis();
      boolean unchanged =
          old != null && old.time() == time && old.size() == Files.size(file) && isThere(old);
      var _ = seen.put(path, unchanged ? Objects.requireNonNull(old) : copy(file, time));
    } catch (NoSuchFileException deleted) {
      return;
    }
  }

  private Stored copy(Path file, long time) throws IOException {
    Stored stored = new Stored(Checksum.of(file), Files.size(file), time);
    if (!copied.contains(stored.name()) && !isThere(stored)) {
      vault.put(stored.name(), file);
      copied.add(stored.name());
    }
    return stored;
  }

  private boolean isThere(Stored stored) throws IOException {
    return Objects.equals(there.get(stored.name()), stored.size()) && (!verify || isWhole(stored));
  }

  private boolean isWhole(Stored stored) throws IOException {
    try (InputStream bytes = vault.read(stored.name())) {
      return Checksum.of(bytes).equals(stored.sha256());
    } catch (NoSuchFileException missing) {
      return false;
    }
  }

  /// Checks that all these files are there, and reads those that were copied now.
  ///
  /// @throws IOException if one is not as it should be
  void check(SortedMap<String, Stored> files) throws IOException {
    Map<String, Long> sizes = vault.sizes();
    each(
        files.entrySet().stream(),
        file -> {
          Stored it = file.getValue();
          if (!Objects.equals(sizes.get(it.name()), it.size())
              || (copied.contains(it.name()) && !isWhole(it))) {
            vault.delete(it.name());
            throw new IOException("%s was not stored as it is".formatted(file.getKey()));
          }
        });
  }

  /// Deletes what earlier backups left that these files do not need.
  void prune(SortedMap<String, Stored> files) throws IOException {
    Set<String> needed = ConcurrentHashMap.newKeySet();
    files.values().forEach(it -> needed.add(it.name()));
    each(
        vault.sizes().keySet().stream()
            .filter(name -> name.startsWith(Stored.FOLDER) && !needed.contains(name)),
        vault::delete);
  }

  interface Task<T> {
    void run(T one) throws IOException;
  }

  /// Runs a task for each, several at once.
  static <T> void each(Stream<T> all, Task<T> task) throws IOException {
    try (ExecutorService workers = Executors.newFixedThreadPool(CONCURRENCY)) {
      List<Future<?>> running = new ArrayList<>();
      for (Iterator<T> rest = all.iterator(); rest.hasNext(); ) {
        T one = rest.next();
        running.add(
            workers.submit(
                () -> {
                  task.run(one);
                  return true;
                }));
        if (running.size() == 100 * CONCURRENCY) {
          await(running);
        }
      }
      await(running);
    }
  }

  private static void await(List<Future<?>> running) throws IOException {
    for (Future<?> one : running) {
      try {
        one.get();
      } catch (ExecutionException failed) {
        throw new IOException(failed.getCause());
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new IOException(stopped);
      }
    }
    running.clear();
  }
}
