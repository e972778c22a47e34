package lumina.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lumina.command.Command;
import lumina.media.worker.ImageEngine;
import lumina.storage.DataFolder;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The command `import`. If a server uses the data folder, the server imports, and this waits and
/// says what it says: only one process writes there.
@Component("import")
@ConditionalOnNotWebApplication
class ImportCommand implements Command {
  private final DataFolder folder;
  private final JsonMapper json;
  private final ObjectProvider<ImageEngine> engine;
  private final ObjectProvider<PhotoImport> photos;

  /// The providers open no database before they are asked.
  ImportCommand(
      DataFolder folder,
      JsonMapper json,
      ObjectProvider<ImageEngine> engine,
      ObjectProvider<PhotoImport> photos) {
    this.folder = folder;
    this.json = json;
    this.engine = engine;
    this.photos = photos;
  }

  @Override
  public int run(List<String> words) {
    ImportArguments arguments = ImportArguments.of(words).orElseThrow();
    ImportRequest request = arguments.request().absolute();
    try {
      return folder.isOurs()
          ? here(request, arguments.report())
          : new ImportHandover(folder.imports(), json).run(request, arguments.report());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private int here(ImportRequest request, @Nullable String file) throws IOException {
    engine.getObject().start();
    try (Writer lines =
        file == null ? Writer.nullWriter() : Files.newBufferedWriter(Path.of(file))) {
      ImportReport report = new ImportReport(json, lines, System.out::println);
      photos.getObject().run(request, report);
      return report.isIncomplete() ? 1 : 0;
    }
  }
}
