package lumina.transfer;

import lumina.id.TimeOrderedId;

/// Where something stands among its like. It follows from what never changes, so it is the same
/// wherever it is copied to, and in whatever order.
public final class RecordKey {
  private static final long ID_BITS = 0xfffff;

  private RecordKey() {}

  /// 0 for what needs none.
  public static long of(EntityRecord row) {
    return switch (row.kind()) {
      case MESSAGES -> TimeOrderedId.place(row.number("timestamp"), row.text("message_id"));
      case COMMENTS -> TimeOrderedId.place(row.number("created_at"), row.text("comment_id"));
      case LIKES -> ofLike(row);
      default -> 0;
    };
  }

  /// A like has no id: its person and photo tell it from others of the same millisecond.
  private static long ofLike(EntityRecord like) {
    long photo = TimeOrderedId.place(0, like.text("photo_id"));
    return TimeOrderedId.startOf(like.number("liked_at"))
        + ((photo + like.number("user_id")) & ID_BITS);
  }
}
