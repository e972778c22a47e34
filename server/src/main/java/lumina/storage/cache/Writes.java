package lumina.storage.cache;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Knows which tables each commit of this process changed and what each read looked at, for code
/// that remembers what it read from the database.
@Component
public class Writes {
  /// What was read so far on this thread, if it is to be remembered.
  private static final ThreadLocal<@Nullable Tables> READING = new ThreadLocal<>();

  private static final int MAX_ROWS = 10_000;

  private final boolean alone;
  private final AtomicLong commits = new AtomicLong();
  private final Map<String, Long> lastOf = new ConcurrentHashMap<>();
  private final Map<String, Long> lastOfAnyRows = new ConcurrentHashMap<>();
  private final Map<Tables.OfPhoto, Long> lastOfRows = new ConcurrentHashMap<>();
  private volatile long lastOfAny;

  /// Something that was read.
  ///
  /// @param tables those that it was read from
  /// @param commits the number of commits before it was read
  record Found<V>(V value, Tables tables, long commits) {}

  public Writes(@Value("${storage.backend}") String backend) {
    alone = backend.equals("local");
  }

  /// Call this after each commit, when every reader sees what was written.
  public synchronized void committed(Tables changed) {
    long commit = commits.get() + 1;
    if (changed.all() || lastOfRows.size() > MAX_ROWS) {
      lastOfAny = commit;
      lastOfRows.clear();
    }
    for (String table : changed.names()) {
      lastOf.put(table, commit);
      lastOfAnyRows.put(table, commit);
    }
    for (Tables.OfPhoto some : changed.rows()) {
      lastOf.put(some.table(), commit);
      lastOfRows.put(some, commit);
    }
    commits.set(commit);
  }

  /// Call this on the thread of each read.
  public void read(Tables tables) {
    Tables others = READING.get();
    if (others != null) {
      READING.set(others.and(tables));
    }
  }

  boolean areOurs() {
    return alone;
  }

  /// Whether what is read now stays true until its tables change. That needs two things: no other
  /// process writes, and the reader is in no transaction, because a transaction can still see an
  /// older state, or its own changes before they are committed.
  boolean tell() {
    return alone && !TransactionSynchronizationManager.isActualTransactionActive();
  }

  /// Reads something, and notes from which tables. It may be part of a larger read.
  <V> Found<V> reading(Supplier<V> read) {
    long before = commits.get();
    Tables larger = READING.get();
    READING.set(Tables.NONE);
    try {
      V value = read.get();
      Tables tables = READING.get();
      return new Found<>(value, tables == null ? Tables.ALL : tables, before);
    } finally {
      Tables tables = READING.get();
      READING.set(larger);
      read(tables == null ? Tables.ALL : tables);
    }
  }

  /// Whether nothing was committed since that it was read from.
  boolean isTrue(Found<?> found) {
    return isTrue(found, table -> lastOf.getOrDefault(table, 0L));
  }

  /// The same for something that was read from the rows of one photo only.
  boolean isTrue(Found<?> found, String photoId) {
    return isTrue(
        found,
        table ->
            Math.max(
                lastOfAnyRows.getOrDefault(table, 0L),
                lastOfRows.getOrDefault(new Tables.OfPhoto(table, photoId), 0L)));
  }

  private boolean isTrue(Found<?> found, ToLongFunction<String> lastOf) {
    if (lastOfAny > found.commits()) {
      return false;
    }
    if (found.tables().all()) {
      return commits.get() == found.commits();
    }
    for (String table : found.tables().names()) {
      if (lastOf.applyAsLong(table) > found.commits()) {
        return false;
      }
    }
    return true;
  }
}
