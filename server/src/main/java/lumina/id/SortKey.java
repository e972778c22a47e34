package lumina.id;

/// The place of a photo in time, the same on every backend: 43 bits of milliseconds, then 20 bits
/// of its id.
///
/// It follows from what never changes, so a list has the same order wherever the photos are copied
/// to, and a cursor is one number.
public final class SortKey {
  private SortKey() {}

  /// Before every photo there can be.
  public static final long NEWEST = Long.MAX_VALUE;

  public static long of(long createdAt, String photoId) {
    return TimeOrderedId.place(createdAt, photoId);
  }

  /// Milliseconds since 1970.
  public static long timeOf(long position) {
    return TimeOrderedId.timeOf(position);
  }
}
