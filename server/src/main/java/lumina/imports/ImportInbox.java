package lumina.imports;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import lumina.command.CommandRefused;
import lumina.id.TimeOrderedId;
import lumina.storage.DataFolder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Imports what commands hand over while this server uses the data folder ([ImportHandover]), one
/// after the other. What was not finished when the server stopped goes on at its next start.
@Component
@ConditionalOnWebApplication
class ImportInbox implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ImportInbox.class);
  private static final Duration KEPT = Duration.ofDays(1);

  private final Path folder;
  private final JsonMapper json;
  private final PhotoImport photos;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("import-inbox").factory());
  private volatile @Nullable HandedOver running;

  ImportInbox(DataFolder folder, JsonMapper json, PhotoImport photos) {
    this.folder = folder.imports();
    this.json = json;
    this.photos = photos;
  }

  @EventListener(ApplicationReadyEvent.class)
  void open() {
    var _ = clock.scheduleWithFixedDelay(this::look, 0, 1, TimeUnit.SECONDS);
  }

  private void look() {
    try {
      List<HandedOver> open = requests();
      HandedOver busy = running;
      if (busy == null && !open.isEmpty()) {
        busy = open.getFirst();
        begin(busy);
      }
      for (HandedOver files : open) {
        giveSignOfLife(files, files.equals(busy));
      }
    } catch (IOException | RuntimeException unreadable) {
      log.warn("The imports that commands ask for cannot be read, retry in a second", unreadable);
    }
  }

  private void giveSignOfLife(HandedOver files, boolean runs) throws IOException {
    if (Files.exists(files.said())) {
      Files.setLastModifiedTime(files.said(), FileTime.from(Instant.now()));
    } else if (!runs) {
      Files.writeString(files.said(), "Another import is running, this one follows.\n");
    }
  }

  /// Returns those that are open. What a command that was killed has left of others is deleted when
  /// nobody has touched it for a day.
  private List<HandedOver> requests() throws IOException {
    List<HandedOver> open = new ArrayList<>();
    for (HandedOver files : HandedOver.in(folder)) {
      if (files.isOpen()) {
        open.add(files);
      } else if (!files.equals(running)) {
        deleteIfForgotten(files);
      }
    }
    return open;
  }

  private static void deleteIfForgotten(HandedOver files) {
    try {
      if (files.isUntouchedSince(Instant.now().minus(KEPT))) {
        files.delete();
      }
    } catch (IOException gone) {
      log.debug("An import is read by its command", gone);
    }
  }

  private void begin(HandedOver files) {
    running = files;
    var _ = Thread.ofPlatform().daemon().name("import").start(() -> run(files));
  }

  private void run(HandedOver files) {
    try (PrintStream said =
        new PrintStream(
            Files.newOutputStream(files.said(), CREATE, APPEND), true, StandardCharsets.UTF_8)) {
      files.write(files.exit(), String.valueOf(run(files, said)));
    } catch (IOException full) {
      log.error("The import {} cannot say how it goes", files.id(), full);
    } finally {
      running = null;
    }
  }

  private int run(HandedOver files, PrintStream said) throws IOException {
    boolean again = Files.exists(files.report());
    try (Writer lines = Files.newBufferedWriter(files.report())) {
      ImportRequest request =
          json.readValue(Files.readString(files.request()), ImportRequest.class);
      ImportReport report = new ImportReport(json, lines, said::println);
      if (again) {
        report.countsAsAdded(TimeOrderedId.millisOf(files.id()));
      }
      photos.run(request, report);
      return report.isIncomplete() ? 1 : 0;
    } catch (CommandRefused refused) {
      said.println(refused.getMessage());
    } catch (RuntimeException failed) {
      log.error("An import failed", failed);
      said.println("The import failed; the log of the server says why. It can be run again.");
    }
    return 1;
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
