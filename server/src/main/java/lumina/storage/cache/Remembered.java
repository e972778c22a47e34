package lumina.storage.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import lumina.storage.cache.Writes.Found;

/// A bounded cache of what was read from the database. An entry is valid until the next commit that
/// changes a table from which it was read, so it is never older than the database. What it is made
/// of besides must not change. In the cloud other instances write too, so nothing is cached there.
///
/// Inside a transaction everything is read from the database.
public final class Remembered<K, V> {
  private static final Duration MAX_AGE = Duration.ofSeconds(5);

  private final Writes writes;
  private final Function<? super Set<K>, Map<K, V>> read;
  private final BiPredicate<K, Found<V>> isTrue;
  private final Cache<K, Found<V>> remembered;

  /// @param maxEntries the maximum number of entries
  /// @param read reads several; keys that do not exist are not in the result
  /// @param isTrue whether what was found for a key still holds
  private Remembered(
      Writes writes,
      int maxEntries,
      Function<? super Set<K>, Map<K, V>> read,
      BiPredicate<K, Found<V>> isTrue) {
    this.writes = writes;
    this.read = read;
    this.isTrue = isTrue;
    remembered = Caffeine.newBuilder().maximumSize(maxEntries).expireAfterWrite(MAX_AGE).build();
  }

  public static <K, V> Remembered<K, V> each(Writes writes, int maxEntries, Function<K, V> read) {
    return new Remembered<>(
        writes,
        maxEntries,
        keys -> {
          K key = keys.iterator().next();
          return Map.of(key, read.apply(key));
        },
        (key, found) -> writes.isTrue(found));
  }

  public static <K, V> Remembered<K, V> several(
      Writes writes, int maxEntries, Function<? super Set<K>, Map<K, V>> read) {
    return new Remembered<>(writes, maxEntries, read, (key, found) -> writes.isTrue(found));
  }

  /// What is said of photos, by their ids. What is read of each must come from rows that have its
  /// id in their column `photo_id`: changes of other rows leave it remembered.
  public static <V> Remembered<String, V> ofPhotos(
      Writes writes, int maxEntries, Function<? super Set<String>, Map<String, V>> read) {
    return new Remembered<>(
        writes, maxEntries, read, (photoId, found) -> writes.isTrue(found, photoId));
  }

  /// Whether this backend caches anything.
  public boolean works() {
    return writes.areOurs();
  }

  public V get(K key) {
    return Objects.requireNonNull(getAll(Set.of(key)).get(key));
  }

  /// Returns the values of these keys; keys that do not exist are left out.
  public Map<K, V> getAll(Collection<K> keys) {
    if (!writes.tell()) {
      return keys.isEmpty() ? Map.of() : read.apply(Set.copyOf(keys));
    }
    Map<K, V> all = new HashMap<>();
    Set<K> unknown = new HashSet<>();
    for (K key : keys) {
      Found<V> known = remembered.getIfPresent(key);
      if (known != null && isTrue.test(key, known)) {
        writes.read(known.tables());
        all.put(key, known.value());
      } else {
        unknown.add(key);
      }
    }
    if (!unknown.isEmpty()) {
      all.putAll(remember(unknown));
    }
    return all;
  }

  private Map<K, V> remember(Set<K> keys) {
    Found<Map<K, V>> found = writes.reading(() -> read.apply(keys));
    found
        .value()
        .forEach(
            (key, value) ->
                remembered.put(key, new Found<>(value, found.tables(), found.commits())));
    return found.value();
  }
}
