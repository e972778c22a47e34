package lumina.share;

import java.util.List;
import java.util.function.Consumer;
import lumina.account.PersonalData;
import lumina.comment.Commenting;
import lumina.like.Liking;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The links of a person in the export of their account, and their guests in its deletion.
@Component
class ShareData implements PersonalData {
  private static final int BATCH_SIZE = 200;

  /// A link in the export, without its password; times in milliseconds since 1970.
  private record ExportedShare(
      String url,
      @Nullable String albumId,
      List<String> photoIds,
      String title,
      long createdAt,
      long expiresAt) {}

  private final ShareStore shares;
  private final GuestStore guests;
  private final Commenting comments;
  private final Liking likes;

  ShareData(ShareStore shares, GuestStore guests, Commenting comments, Liking likes) {
    this.shares = shares;
    this.guests = guests;
    this.comments = comments;
    this.likes = likes;
  }

  @Override
  public String name() {
    return "shares";
  }

  @Override
  public void each(long userId, Consumer<Object> taker) {
    for (List<Share> some = shares.list(userId, null, ShareStore.LAST, BATCH_SIZE);
        !some.isEmpty();
        some = shares.list(userId, null, some.getLast().shareId(), BATCH_SIZE)) {
      some.stream().map(this::exported).forEach(taker);
    }
  }

  private ExportedShare exported(Share share) {
    return new ExportedShare(
        "/s/" + share.token(),
        share.albumId(),
        shares.chosen(share),
        share.title(),
        share.createdAt(),
        share.expiresAt());
  }

  /// Deletes what guests wrote, which may be under photos of others in an album. Links and guests
  /// go with the account.
  @Override
  public void forget(long userId) {
    for (GuestStore.Guest guest : guests.ofOwner(userId)) {
      comments.forget(guest.authorId());
      likes.forget(guest.authorId());
    }
  }
}
