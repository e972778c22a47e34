package lumina.check.stored;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import lumina.command.CommandRefused;
import lumina.media.worker.EngineUnavailable;
import lumina.storage.FileTrouble;
import lumina.storage.StoreCheck;
import lumina.storage.sqlite.DamagedDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.stereotype.Component;

/// Tells a row or a file that cannot be read from a store that is down: after the first the check
/// goes on, the second ends it.
///
/// A store is down if it does not answer a simple request, or if [#MOST] files in succession cannot
/// be read: a disk that fails may still answer from memory. So is a database of which SQLite finds
/// that its file is damaged, since a repair would write to it.
@Component
@ConditionalOnNotWebApplication
public class Stores {
  static final int MOST = 100;

  private final List<StoreCheck> checks;
  private int inSuccession;

  Stores(List<StoreCheck> checks) {
    this.checks = checks.stream().filter(StoreCheck::needed).toList();
  }

  public interface Reading<T extends @Nullable Object> {
    T read() throws IOException;
  }

  /// Reads a file.
  ///
  /// @param otherwise makes a result of the reason, if it cannot be read
  /// @throws CommandRefused if a store is down
  public <T extends @Nullable Object> T read(Reading<T> reading, Function<String, T> otherwise) {
    try {
      T read = reading.read();
      inSuccession = 0;
      return read;
    } catch (IOException | RuntimeException failed) {
      String reason = reason(failed);
      if (++inSuccession == MOST) {
        throw ended("%d files in succession cannot be read".formatted(MOST), reason);
      }
      return otherwise.apply(reason);
    }
  }

  /// Why something could not be read, in words for people.
  ///
  /// @throws CommandRefused if a store is down, or the failure is one of those that end a command
  public String reason(Exception failed) {
    if (failed instanceof CommandRefused refused) {
      throw refused;
    }
    if (failed instanceof EngineUnavailable blind) {
      throw blind;
    }
    DamagedDatabase.sentence(failed)
        .ifPresent(
            sentence -> {
              throw new CommandRefused(sentence);
            });
    checks.forEach(Stores::require);
    return FileTrouble.of(failed);
  }

  private static void require(StoreCheck store) {
    try {
      store.check();
    } catch (Exception down) {
      throw ended("the store “%s” does not answer".formatted(store.name()), FileTrouble.of(down));
    }
  }

  private static CommandRefused ended(String sentence, String reason) {
    return new CommandRefused(
        "The check could not be finished: %s (%s).".formatted(sentence, reason));
  }
}
