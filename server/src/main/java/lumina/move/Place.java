package lumina.move;

import lumina.backend.TimeOrderedId;

/// Where something stands among its like. It follows from what never changes, so it is the same
/// wherever it is copied to, and in whatever order.
final class Place {
  private static final long ID_BITS = 0xfffff;

  private Place() {}

  /// 0 for what needs none.
  static long of(Row row) {
    return switch (row.kind()) {
      case MESSAGES -> TimeOrderedId.place(row.number("timestamp"), row.text("message_id"));
      case COMMENTS -> TimeOrderedId.place(row.number("created_at"), row.text("comment_id"));
      case LIKES -> ofLike(row);
      default -> 0;
    };
  }

  /// A like has no id: its person and photo tell it from others of the same millisecond.
  private static long ofLike(Row like) {
    long photo = TimeOrderedId.place(0, like.text("photo_id"));
    return TimeOrderedId.startOf(like.number("liked_at"))
        + ((photo + like.number("user_id")) & ID_BITS);
  }
}
