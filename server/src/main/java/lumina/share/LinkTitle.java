package lumina.share;

import lumina.account.User;
import lumina.account.UserStore;
import lumina.album.Album;
import org.springframework.stereotype.Component;

/// Describes links in words.
@Component
class LinkTitle {
  private final SharedPhotos shown;
  private final UserStore users;

  LinkTitle(SharedPhotos shown, UserStore users) {
    this.shown = shown;
    this.users = users;
  }

  /// What stands above the photos: the title of the link, or of its album, or their number.
  ///
  /// @param count the number of photos
  String of(Share share, long count) {
    return share.title().isEmpty()
        ? shown
            .album(share)
            .map(Album::title)
            .orElseGet(() -> "%s by %s".formatted(photos(count), sharer(share)))
        : share.title();
  }

  /// A sentence about who shares how much.
  String sentence(Share share, long count) {
    return "%s shares %s.".formatted(sharer(share), photos(count));
  }

  private static String photos(long count) {
    return count == 1 ? "1 photo" : "%,d photos".formatted(count);
  }

  private String sharer(Share share) {
    User sharer = users.require(share.userId());
    return sharer.name().isEmpty() ? sharer.username() : sharer.name();
  }
}
