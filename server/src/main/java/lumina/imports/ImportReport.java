package lumina.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lumina.id.TimeOrderedId;
import lumina.upload.PhotoUpload;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Says what became of each file, one line of JSON for each, and counts; thread-safe.
final class ImportReport {
  /// What became of a file.
  enum Outcome {
    ADDED,
    /// Its person has the same file as a photo already.
    HERE_ALREADY,
    NOT_READ,
    /// A description of a photo that is not there.
    NO_FILE;

    @JsonValue
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Line(String file, Outcome outcome, @Nullable String photoId, @Nullable String why) {}

  private static final int MAX_SAID = 100;
  private static final long PAUSE = Duration.ofSeconds(3).toNanos();

  private final JsonMapper json;
  private final Writer lines;
  private final Consumer<String> said;
  private final Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
  private final Set<String> mine = new HashSet<>();
  private boolean incomplete;
  private long unread;
  private Consumer<ImportCounts> progress = counts -> {};
  private long began = Long.MAX_VALUE;
  private long lastSaid = System.nanoTime();

  /// @param lines receives a line for each file
  /// @param said receives what somebody who waits reads
  ImportReport(JsonMapper json, Writer lines, Consumer<String> said) {
    this.json = json;
    this.lines = lines;
    this.said = said;
  }

  /// What an earlier attempt of the same import has added is to count as added.
  ///
  /// @param began when it began, in milliseconds since 1970
  void countsAsAdded(long began) {
    this.began = began;
  }

  /// Of two files with one photo, one was added.
  synchronized Outcome outcome(PhotoUpload.Result result) {
    String id = result.photo().photoId();
    boolean isMine = !result.duplicate() || TimeOrderedId.millisOf(id) >= began;
    return isMine && mine.add(id) ? Outcome.ADDED : Outcome.HERE_ALREADY;
  }

  /// @param why a sentence, with or without its full stop
  void refused(String file, String why) {
    write(new Line(file, Outcome.NOT_READ, null, why));
  }

  /// A file that another run may read, for example when a store is up again.
  synchronized void failed(String file, String why) {
    incomplete = true;
    refused(file, why);
  }

  synchronized void write(Line line) {
    counts.merge(line.outcome(), 1L, Long::sum);
    say(line);
    try {
      lines.write(json.writeValueAsString(line) + "\n");
      lines.flush();
    } catch (IOException full) {
      throw new UncheckedIOException("The report cannot be written", full);
    }
  }

  /// @param taker receives the counts every few seconds
  void onProgress(Consumer<ImportCounts> taker) {
    progress = taker;
  }

  private void say(Line line) {
    boolean fine = line.outcome() == Outcome.ADDED || line.outcome() == Outcome.HERE_ALREADY;
    if (!fine && ++unread <= MAX_SAID) {
      said.accept("  - " + printable(line.file()) + ": " + why(line));
    }
    if (System.nanoTime() - lastSaid > PAUSE) {
      lastSaid = System.nanoTime();
      said.accept("… " + summary());
      progress.accept(counts());
    }
  }

  private static String why(Line line) {
    return line.outcome() == Outcome.NO_FILE
        ? "the photo that it describes is not there"
        : String.valueOf(line.why());
  }

  /// A name must not send commands to the terminal.
  private static String printable(String name) {
    return name.replaceAll("\\p{Cntrl}", "?");
  }

  /// Says how it ended.
  synchronized void finish(boolean dryRun) {
    if (unread > MAX_SAID) {
      said.accept("  - and %,d more: --report FILE names all".formatted(unread - MAX_SAID));
    }
    said.accept(summary() + (dryRun ? ". Nothing was changed." : "."));
    if (incomplete) {
      said.accept("Not everything could be imported: run it again.");
    }
  }

  synchronized ImportCounts counts() {
    return new ImportCounts(
        count(Outcome.ADDED),
        count(Outcome.HERE_ALREADY),
        count(Outcome.NOT_READ),
        count(Outcome.NO_FILE));
  }

  private long count(Outcome outcome) {
    return counts.getOrDefault(outcome, 0L);
  }

  synchronized boolean isIncomplete() {
    return incomplete;
  }

  private String summary() {
    return Stream.of(
            "%,d added".formatted(count(Outcome.ADDED)),
            part("%,d were here already", Outcome.HERE_ALREADY),
            part("%,d could not be read", Outcome.NOT_READ),
            part("%,d descriptions without their photo", Outcome.NO_FILE))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private String part(String words, Outcome outcome) {
    return count(outcome) == 0 ? "" : words.formatted(count(outcome));
  }
}
