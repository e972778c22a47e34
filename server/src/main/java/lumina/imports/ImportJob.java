package lumina.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lumina.blob.Blob;
import lumina.blob.BlobStore;
import lumina.job.Job;
import lumina.storage.DataFolder;
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
      run(asked, fetch(asked, workspace), lines);
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

  private void run(PageImport asked, List<String> zips, Path lines) throws IOException {
    try (Writer writer = Files.newBufferedWriter(lines)) {
      ImportReport report = new ImportReport(json, writer, line -> {});
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

  private List<String> fetch(PageImport asked, Path workspace) throws IOException {
    List<String> zips = new ArrayList<>();
    for (String key : asked.fileKeys()) {
      try (Blob zip = blobs.find(key).orElse(null)) {
        if (zip != null) {
          Path file = workspace.resolve("%d.zip".formatted(zips.size()));
          zip.copyTo(file);
          zips.add(file.toString());
        }
      }
    }
    return zips;
  }
}
