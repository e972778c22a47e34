package lumina.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import lumina.access.Audience;
import lumina.access.Viewer.Person;
import lumina.account.PersonalData;
import lumina.blob.Blob;
import lumina.blob.BlobStore;
import lumina.http.problem.Problem;
import lumina.job.JobQueue;
import lumina.job.RecurringJob;
import lumina.photo.PhotoStore;
import lumina.storage.DataFolder;
import lumina.upload.Decoding.Arrival;
import lumina.upload.tus.ImportFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.FileSystemUtils;

/// Receives the files of imports from pages, and starts the imports. Those of other people do not
/// exist.
@Component
class PageImports implements PersonalData, ImportFiles {
  private static final Logger log = LoggerFactory.getLogger(PageImports.class);
  private static final int MAX_OPEN = 3;

  /// A page shows these.
  private static final int MAX_LISTED = 50;

  private static final int ALL = Integer.MAX_VALUE;

  private final PageImportStore store;
  private final BlobStore blobs;
  private final DataFolder folder;
  private final PhotoStore photos;
  private final JobQueue jobs;

  PageImports(
      PageImportStore store, BlobStore blobs, DataFolder folder, PhotoStore photos, JobQueue jobs) {
    this.store = store;
    this.blobs = blobs;
    this.folder = folder;
    this.photos = photos;
    this.jobs = jobs;
  }

  /// Begins an import. If there are too many, it replaces one whose files nobody sends any more.
  ///
  /// @throws Problem.Conflict if too many imports of this person are not done yet
  PageImport begin(Person owner, Audience audience, boolean albums) {
    long open = store.of(owner.userId(), ALL).stream().filter(one -> !one.state().isOver()).count();
    if (open >= MAX_OPEN) {
      remove(store.abandoned(owner.userId()).orElseThrow(PageImports::tooMany));
    }
    return find(owner, store.add(owner.userId(), audience, albums));
  }

  private static Problem tooMany() {
    return new Problem.Conflict(
        "too_many_imports",
        "Please wait until one of your other imports has finished, or delete one that was begun and"
            + " never started.");
  }

  List<PageImport> list(Person owner) {
    return store.of(owner.userId(), MAX_LISTED);
  }

  /// @throws Problem.NotFound if this person has no such import
  PageImport find(Person owner, String importId) {
    return store
        .find(importId)
        .filter(one -> owner.is(one.userId()))
        .orElseThrow(() -> new Problem.NotFound("import"));
  }

  @Override
  public void require(Person owner, String importId, int number) {
    if (number < 0 || number >= PageImport.MAX_FILES) {
      throw new Problem.Invalid(
          "number",
          "too_many_files",
          "An import has at most %,d files.".formatted(PageImport.MAX_FILES));
    }
    requireReceiving(find(owner, importId));
    store.receiving(importId, 0);
  }

  /// Keeps a zip that comes as one.
  ///
  /// @throws Problem as [#require]
  /// @throws Problem.TooLarge if it exceeds the quota
  void receive(Person owner, String importId, int number, long size, InputStream bytes)
      throws IOException {
    require(owner, importId, number);
    photos.requireRoom(owner, Math.max(0, size));
    receive(
        owner,
        importId,
        number,
        "",
        target -> {
          long arrived = Files.copy(bytes, target);
          if (size >= 0 && arrived != size) {
            throw Problem.Invalid.incompleteUpload("file");
          }
        });
  }

  @Override
  public void receive(Person owner, String importId, int number, String name, Arrival file)
      throws IOException {
    require(owner, importId, number);
    PageImport open = find(owner, importId);
    Path workspace = folder.workspace();
    try {
      Path zip = workspace.resolve("import.zip");
      file.moveTo(zip);
      blobs.put(open.fileKey(number), zip, "application/zip");
      store.receiving(importId, isThere(open.nameKey(number)) ? 0 : 1);
      Path called = Files.writeString(workspace.resolve("name"), name);
      blobs.put(open.nameKey(number), called, "text/plain");
      if (store.find(importId).isEmpty()) {
        blobs.delete(open.keys());
        throw new Problem.NotFound("import"); // its account was deleted meanwhile
      }
    } finally {
      FileSystemUtils.deleteRecursively(workspace.toFile());
    }
  }

  private boolean isThere(String key) throws IOException {
    return blobs.size(key) >= 0;
  }

  private static PageImport requireReceiving(PageImport open) {
    if (open.state() != ImportState.RECEIVING) {
      throw new Problem.Conflict("import_started", "This import has started already.");
    }
    return open;
  }

  /// @throws Problem.Conflict if it has started already, or no file has arrived
  @Transactional
  public void start(Person owner, String importId) {
    PageImport open = requireReceiving(find(owner, importId));
    if (open.files() == 0) {
      throw new Problem.Conflict("import_empty", "No file of this import has arrived yet.");
    }
    if (store.move(importId, ImportState.RECEIVING, ImportState.RUNNING)) {
      jobs.add(ImportJob.NAME, importId);
    }
  }

  Optional<Blob> report(PageImport done) throws IOException {
    return blobs.find(done.reportKey());
  }

  /// Forgets an import; the photos stay.
  ///
  /// @throws Problem.Conflict if it is under way
  void forget(Person owner, String importId) {
    PageImport old = find(owner, importId);
    if (old.state() == ImportState.RUNNING) {
      throw new Problem.Conflict("import_running", "This import is under way.");
    }
    remove(old);
  }

  @Bean
  RecurringJob importSweepJob() {
    return new RecurringJob("import-sweep", Duration.ofHours(6), this::sweep);
  }

  /// Deletes what nobody waits for any more.
  void sweep() {
    store.old().forEach(this::remove);
  }

  @Override
  public String name() {
    return "imports";
  }

  @Override
  public void each(long userId, Consumer<Object> taker) {
    store.of(userId, ALL).forEach(taker);
  }

  @Override
  public void forget(long userId) {
    store.of(userId, ALL).forEach(this::remove);
  }

  /// Deletes the files before the row, so that none is forgotten if this is interrupted, and once
  /// more after it, since a request or a job may have written some before it found the row gone.
  private void remove(PageImport old) {
    try {
      blobs.delete(old.keys());
      if (store.remove(old)) {
        blobs.delete(old.keys());
      } else {
        store.find(old.importId()).ifPresent(this::remove); // another file has arrived
      }
    } catch (IOException later) {
      log.warn("Files of the import {} could not be deleted, retry later", old.importId(), later);
    }
  }
}
