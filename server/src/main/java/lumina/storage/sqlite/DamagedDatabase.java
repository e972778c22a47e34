package lumina.storage.sqlite;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.NestedExceptionUtils;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// Says what to do when SQLite finds that the file is damaged or is no database.
public final class DamagedDatabase extends AbstractFailureAnalyzer<SQLiteException> {
  private static final int PRIMARY = 0xff;
  private static final Set<Integer> CODES =
      Set.of(SQLiteErrorCode.SQLITE_CORRUPT.code, SQLiteErrorCode.SQLITE_NOTADB.code);

  /// @return a sentence, if that is the cause of a failure
  public static Optional<String> sentence(Throwable failed) {
    return NestedExceptionUtils.getMostSpecificCause(failed) instanceof SQLiteException sqlite
            && CODES.contains(sqlite.getResultCode().code & PRIMARY)
        ? Optional.of(
            "The database lumina.db in LUMINA_DATA is damaged (%s): restore a backup into an empty folder (docs/backup.md)."
                .formatted(sqlite.getResultCode().message))
        : Optional.empty();
  }

  /// Shows only the sentence, without a stack trace.
  @Override
  protected @Nullable FailureAnalysis analyze(Throwable root, SQLiteException sqlite) {
    return sentence(sqlite).map(it -> new FailureAnalysis(it, null, root)).orElse(null);
  }
}
