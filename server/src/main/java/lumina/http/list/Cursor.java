package lumina.http.list;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32C;
import lumina.http.problem.Problem;
import lumina.id.Id;
import org.jspecify.annotations.Nullable;

/// The position in a list at which a page ended, opaque to clients.
///
/// It contains a fingerprint of the list (the query and the viewer), so that a cursor of another
/// list or person is refused instead of returning odd results. It grants nothing: every page is
/// authorised as if it were the first.
public record Cursor(String list) {
  private static final int BYTES = Integer.BYTES + Long.BYTES;

  public String at(long sortKey) {
    byte[] bytes = ByteBuffer.allocate(BYTES).putInt(fingerprint()).putLong(sortKey).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /// The sort key in a cursor from a client, or `start` without one.
  ///
  /// @throws Problem.Invalid if the cursor is not of this list
  public long read(@Nullable String cursor, long start) {
    if (cursor == null || cursor.isEmpty()) {
      return start;
    }
    ByteBuffer bytes = ByteBuffer.wrap(decode(cursor));
    if (bytes.remaining() != BYTES || bytes.getInt() != fingerprint()) {
      throw foreign();
    }
    return bytes.getLong();
  }

  /// Two sort keys: the second decides between items with an equal first one.
  public record Pair(long first, long second) {}

  public String at(Pair sortKeys) {
    byte[] bytes =
        ByteBuffer.allocate(BYTES + Long.BYTES)
            .putInt(fingerprint())
            .putLong(sortKeys.first())
            .putLong(sortKeys.second())
            .array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /// The sort keys in a cursor from a client, or `start` without one.
  ///
  /// @throws Problem.Invalid if the cursor is not of this list
  public Pair read(@Nullable String cursor, Pair start) {
    if (cursor == null || cursor.isEmpty()) {
      return start;
    }
    ByteBuffer bytes = ByteBuffer.wrap(decode(cursor));
    if (bytes.remaining() != BYTES + Long.BYTES || bytes.getInt() != fingerprint()) {
      throw foreign();
    }
    return new Pair(bytes.getLong(), bytes.getLong());
  }

  /// For sort keys that are text: names, or several numbers.
  public String at(String sortKey) {
    byte[] words = sortKey.getBytes(StandardCharsets.UTF_8);
    byte[] bytes =
        ByteBuffer.allocate(Integer.BYTES + words.length).putInt(fingerprint()).put(words).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /// The sort key in a cursor from a client, or null without one.
  ///
  /// @throws Problem.Invalid if the cursor is not of this list
  public @Nullable String read(@Nullable String cursor) {
    if (cursor == null || cursor.isEmpty()) {
      return null;
    }
    ByteBuffer bytes = ByteBuffer.wrap(decode(cursor));
    if (bytes.remaining() < Integer.BYTES || bytes.getInt() != fingerprint()) {
      throw foreign();
    }
    return StandardCharsets.UTF_8.decode(bytes).toString();
  }

  /// The id in a cursor from a client, or null without one.
  ///
  /// @throws Problem.Invalid if the cursor is not of this list
  public @Nullable String readId(@Nullable String cursor) {
    String id = read(cursor);
    if (id != null && !Id.isPossible(id)) {
      throw foreign();
    }
    return id;
  }

  /// The parts of a sort key in a cursor from a client, separated by spaces, or empty without one;
  /// only the last may contain spaces.
  ///
  /// @throws Problem.Invalid if the cursor is not of this list
  public List<String> readParts(@Nullable String cursor, int parts) {
    String sortKey = read(cursor);
    List<String> read = sortKey == null ? List.of() : List.of(sortKey.split(" ", parts));
    if (sortKey != null && read.size() != parts) {
      throw foreign();
    }
    return read;
  }

  /// @throws Problem.Invalid if this part of a sort key is no number
  public static long number(String part) {
    try {
      return Long.parseLong(part);
    } catch (NumberFormatException none) {
      throw foreign();
    }
  }

  private static byte[] decode(String cursor) {
    try {
      return Base64.getUrlDecoder().decode(cursor);
    } catch (IllegalArgumentException notBase64) {
      throw foreign();
    }
  }

  private int fingerprint() {
    CRC32C crc = new CRC32C();
    crc.update(list.getBytes(StandardCharsets.UTF_8));
    return (int) crc.getValue();
  }

  private static Problem foreign() {
    return new Problem.Invalid(
        "cursor", "invalid_cursor", "This cursor is not of this list. Start from its first page.");
  }
}
