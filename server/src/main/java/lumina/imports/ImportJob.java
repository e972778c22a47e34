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
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/// Imports the zips that a page has sent. After an interruption it begins anew, and finds by their
/// checksums the photos that are here already.
@Component
class ImportJob implements Job {
  static final String NAME = "import";

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
    store.find(importId).filter(one -> one.state() == ImportState.RUNNING).ifPresent(this::run);
  }

  private void run(PageImport asked) {
    Path workspace = folder.workspace();
    try {
      List<String> zips = fetch(asked, workspace);
      Path lines = workspace.resolve("report.jsonl");
      try (Writer writer = Files.newBufferedWriter(lines)) {
        ImportReport report = new ImportReport(json, writer, line -> {});
        report.onProgress(counts -> store.count(asked.importId(), counts));
        photos.run(asked.userId(), asked.of(zips), report);
        store.count(asked.importId(), report.counts());
      }
      blobs.put(asked.reportKey(), lines, "application/jsonl");
      store.move(asked.importId(), ImportState.RUNNING, ImportState.DONE);
      blobs.delete(asked.fileKeys());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } finally {
      FileSystemUtils.deleteRecursively(workspace.toFile());
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
