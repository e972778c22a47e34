package lumina.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import lumina.blob.Blob;
import lumina.blob.BlobStore;
import lumina.job.Job;
import lumina.storage.DataFolder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/// Imports the zips that a page has sent. After an interruption it begins anew, and finds by their
/// checksums the photos that are here already.
@Component
class ImportJob implements Job {
  static final String NAME = "import";

  private static final Logger log = LoggerFactory.getLogger(ImportJob.class);

  private final PageImportStore store;
  private final BlobStore blobs;
  private final DataFolder folder;
  private final PhotoImport photos;
  private final JsonMapper json;

  ImportJob(
      PageImportStore store,
      BlobStore blobs,
      DataFolder folder,
      PhotoImport photos,
      JsonMapper json) {
    this.store = store;
    this.blobs = blobs;
    this.folder = folder;
    this.photos = photos;
    this.json = json;
  }

  @Override
  public String name() {
    return NAME;
  }

  /// An import that is gone was deleted with its account.
  @Override
  public void run(String importId) {
    store.move(importId, ImportState.FAILED, ImportState.RUNNING); // an operator retries it
    store.find(importId).filter(one -> one.state() == ImportState.RUNNING).ifPresent(this::run);
  }

  /// Its files stay until it is retried or forgotten.
  @Override
  public void givenUp(String importId) {
    store.move(importId, ImportState.RUNNING, ImportState.FAILED);
  }

  private void run(PageImport asked) {
    Path workspace = folder.workspace();
    try {
      Path lines = workspace.resolve("report.jsonl");
      long began = began(asked, workspace);
      run(asked, fetch(asked, workspace), began, lines);
      blobs.put(asked.reportKey(), lines, "application/jsonl");
      store.move(asked.importId(), ImportState.RUNNING, ImportState.DONE);
      blobs.delete(asked.fileKeys());
      if (store.find(asked.importId()).isEmpty()) {
        blobs.delete(asked.keys());
      }
    } catch (ImportRun.Stopped ownerGone) {
      log.info("The import {} was deleted with its account", asked.importId());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } finally {
      FileSystemUtils.deleteRecursively(workspace.toFile());
    }
  }

  /// Returns since when photos are of an earlier attempt, in milliseconds since 1970.
  private long began(PageImport asked, Path workspace) throws IOException {
    String earlier = text(asked.begunKey());
    if (earlier != null) {
      return Long.parseLong(earlier);
    }
    String now = String.valueOf(Instant.now().toEpochMilli());
    blobs.put(asked.begunKey(), Files.writeString(workspace.resolve("begun"), now), "text/plain");
    return Long.MAX_VALUE; // there was none
  }

  private @Nullable String text(String key) throws IOException {
    try (Blob found = blobs.find(key).orElse(null)) {
      return found == null
          ? null
          : new String(found.bytes().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void run(PageImport asked, Map<String, String> zips, long began, Path lines)
      throws IOException {
    try (Writer writer = Files.newBufferedWriter(lines)) {
      ImportReport report = new ImportReport(json, writer, line -> {});
      report.countsAsAdded(began);
      report.onProgress(counts -> store.count(asked.importId(), counts));
      photos.run(asked.userId(), asked.of(zips), report, photoId -> requireThere(asked));
      store.count(asked.importId(), report.counts());
    }
  }

  /// The deletion of an account deletes its imports before the account itself.
  private void requireThere(PageImport asked) {
    if (store.find(asked.importId()).isEmpty()) {
      throw new ImportRun.Stopped();
    }
  }

  /// Returns the zips with their names. Their dates mean nothing: they are those of sending.
  private Map<String, String> fetch(PageImport asked, Path workspace) throws IOException {
    Map<String, String> zips = new LinkedHashMap<>();
    for (int number = 0; number < PageImport.MAX_FILES && zips.size() < asked.files(); number++) {
      try (Blob zip = blobs.find(asked.fileKey(number)).orElse(null)) {
        if (zip != null) {
          Path file = workspace.resolve("%d.zip".formatted(number));
          zip.copyTo(file);
          Files.setLastModifiedTime(file, FileTime.fromMillis(0));
          String name = text(asked.nameKey(number));
          boolean named = name != null && !name.isEmpty();
          zips.put(file.toString(), named ? name : file.getFileName().toString());
        }
      }
    }
    return zips;
  }
}
