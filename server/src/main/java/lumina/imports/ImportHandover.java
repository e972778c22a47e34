package lumina.imports;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import lumina.command.CommandRefused;
import lumina.id.TimeOrderedId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Has the server that uses the data folder import: a file in that folder asks it to, and it
/// answers with files beside it ([ImportInbox]). Who can write there may do anything anyway.
///
/// @param folder of [lumina.storage.DataFolder#imports]
record ImportHandover(Path folder, JsonMapper json) {
  private static final Duration UNTIL_TAKEN = Duration.ofSeconds(30);

  /// The server gives a sign of life every second.
  private static final Duration SILENCE = Duration.ofSeconds(30);

  private static final Duration LOOK = Duration.ofMillis(200);

  /// @param report the file for the report, null for none
  /// @return the exit code
  int run(ImportRequest request, @Nullable String report) throws IOException {
    Instant asked = Instant.now();
    HandedOver files = new HandedOver(folder, TimeOrderedId.at(asked.toEpochMilli()));
    files.write(files.request(), json.writeValueAsString(request));
    long read = 0;
    while (!Files.exists(files.exit())) {
      pause();
      read += say(files.said(), read);
      requireLife(files, asked);
    }
    say(files.said(), read);
    int code = Integer.parseInt(Files.readString(files.exit()));
    if (report != null) {
      Files.copy(files.report(), Path.of(report), StandardCopyOption.REPLACE_EXISTING);
    }
    files.delete();
    return code;
  }

  private static void requireLife(HandedOver files, Instant asked) throws IOException {
    if (Files.exists(files.said())) {
      Instant life = Files.getLastModifiedTime(files.said()).toInstant();
      if (life.plus(SILENCE).isBefore(Instant.now())) {
        throw new CommandRefused(
            "The server has stopped. It goes on with the import when it runs again.");
      }
    } else if (asked.plus(UNTIL_TAKEN).isBefore(Instant.now())) {
      files.delete();
      throw new CommandRefused(
          "The server that runs on this folder takes no imports: stop it, and import without it.");
    }
  }

  /// @return the number of bytes that were there to say
  private static long say(Path said, long from) throws IOException {
    if (!Files.exists(said)) {
      return 0;
    }
    try (RandomAccessFile file = new RandomAccessFile(said.toFile(), "r")) {
      byte[] more = new byte[(int) (file.length() - from)];
      file.seek(from);
      file.readFully(more);
      System.out.print(new String(more, StandardCharsets.UTF_8));
      System.out.flush();
      return more.length;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
