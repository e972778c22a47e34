package lumina.share;

import static java.util.Objects.requireNonNullElse;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import lumina.access.Permission;
import lumina.access.Viewer.Person;
import lumina.account.Token;
import lumina.account.credential.Passwords;
import lumina.album.Album;
import lumina.album.AlbumStore;
import lumina.http.Caller;
import lumina.http.problem.Problem;
import lumina.id.TimeOrderedId;
import lumina.photo.IndexEntry;
import lumina.photo.PhotoStore;
import lumina.share.Share.Download;
import lumina.share.ShareController.CreateShareRequest;
import lumina.share.ShareController.EditShareRequest;
import lumina.text.FieldLimit;
import lumina.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Creates and changes links.
@Component
class Sharing {
  private static final FieldLimit PHOTO_IDS = new FieldLimit("photo_ids", 500);
  private static final FieldLimit TITLE = new FieldLimit("title", 100);
  private static final FieldLimit PASSWORD = new FieldLimit("password", 4, 200);
  private static final int MAX_SHARES = 1_000;
  private static final int TOKEN_BYTES = 16;

  private final ShareStore shares;
  private final PhotoStore photos;
  private final AlbumStore albums;
  private final Passwords passwords;
  private final Clock clock;

  Sharing(
      ShareStore shares, PhotoStore photos, AlbumStore albums, Passwords passwords, Clock clock) {
    this.albums = albums;
    this.shares = shares;
    this.photos = photos;
    this.passwords = passwords;
    this.clock = clock;
  }

  /// @throws Problem.Invalid if a field breaks its rule
  /// @throws Problem.NotFound if this person can see no such photo or album
  /// @throws Problem.Forbidden if somebody else owns it
  Share create(Person owner, CreateShareRequest asked, Caller caller) {
    List<String> ids = chosen(owner, asked.photoIds(), asked.albumId());
    if (shares.count(owner.userId()) >= MAX_SHARES) {
      throw new Problem.Conflict(
          "too_many_shares",
          "You have %,d links already. End one of them first.".formatted(MAX_SHARES));
    }
    Share share =
        new Share(
            TimeOrderedId.at(clock.millis()),
            Token.fresh(TOKEN_BYTES),
            owner.userId(),
            asked.albumId(),
            Text.line(TITLE, asked.title()),
            hash(owner, asked.password(), caller),
            1,
            requireNonNullElse(asked.comments(), true),
            requireNonNullElse(asked.likes(), true),
            Download.named(asked.download(), Download.CLEAN),
            future(asked.expiresAt()),
            0,
            0,
            clock.millis());
    shares.add(share, ids);
    return share;
  }

  /// @throws Problem.NotFound if this person has no such link
  /// @throws Problem.Invalid if a field breaks its rule
  void change(Person owner, String shareId, EditShareRequest edit, Caller caller) {
    require(owner, shareId);
    boolean same = edit.photoIds() == null && edit.albumId() == null;
    JsonNode password = edit.password();
    JsonNode end = edit.expiresAt();
    shares.change(
        shareId,
        new ShareStore.Edit(
            edit.title() == null ? null : Text.line(TITLE, edit.title()),
            password == null ? null : hash(owner, text("password", password), caller),
            edit.comments(),
            edit.likes(),
            edit.download() == null ? null : Download.named(edit.download(), Download.NONE),
            end == null ? null : future(number("expires_at", end)),
            same
                ? null
                : new ShareStore.Shown(
                    edit.albumId(), chosen(owner, edit.photoIds(), edit.albumId()))));
  }

  Share require(Person owner, String shareId) {
    return shares.find(owner.userId(), shareId).orElseThrow(() -> new Problem.NotFound("link"));
  }

  private static @Nullable String text(String field, JsonNode sent) {
    if (!sent.isNull() && !sent.isString()) {
      throw Problem.Invalid.unusable(field);
    }
    return sent.isNull() ? null : sent.asString();
  }

  private static @Nullable Long number(String field, JsonNode sent) {
    if (!sent.isNull() && !(sent.isIntegralNumber() && sent.canConvertToLong())) {
      throw Problem.Invalid.unusable(field);
    }
    return sent.isNull() ? null : sent.asLong();
  }

  /// The photos of a link; none if it shows an album.
  private List<String> chosen(
      Person owner, @Nullable List<String> photoIds, @Nullable String albumId) {
    boolean withPhotos = photoIds != null && !photoIds.isEmpty();
    if (withPhotos == (albumId != null)) {
      throw new Problem.Invalid(
          "photo_ids", "photos_or_album", "Please say which photos, or which album.");
    }
    if (photoIds != null && withPhotos) {
      return chosen(owner, photoIds);
    }
    Album album = albums.require(owner, Objects.requireNonNull(albumId));
    Permission.toChangeAlbum(album.userId(), "share").require(owner.userId());
    return List.of();
  }

  /// The photos of a link, each once: their owner's, and none of the trash.
  private List<String> chosen(Person owner, List<String> sent) {
    Set<String> ids = new LinkedHashSet<>(sent);
    if (!PHOTO_IDS.allows(ids.size())) {
      throw new Problem.Invalid(
          "photo_ids",
          "too_many_photos",
          "A link shows at most %,d photos. An album can hold more.".formatted(PHOTO_IDS.max()));
    }
    List<IndexEntry> found = photos.entries(owner, ids);
    found.forEach(photo -> Permission.toSharePhoto(photo.userId()).require(owner.userId()));
    Set<String> there =
        found.stream()
            .filter(photo -> !photo.isInTrash())
            .map(IndexEntry::photoId)
            .collect(Collectors.toSet());
    if (!there.containsAll(ids)) {
      throw new Problem.NotFound("photo");
    }
    return List.copyOf(ids);
  }

  private String hash(Person owner, @Nullable String typed, Caller caller) {
    if (typed == null || typed.isEmpty()) {
      return "";
    }
    if (!PASSWORD.allows(typed.codePointCount(0, typed.length()))) {
      throw new Problem.Invalid(
          "password",
          "invalid_link_password",
          "The password of a link has %d to %d characters."
              .formatted(PASSWORD.min(), PASSWORD.max()));
    }
    return passwords.hash(typed, caller.as(owner.username()));
  }

  private long future(@Nullable Long expiresAt) {
    if (expiresAt != null && expiresAt <= clock.millis()) {
      throw new Problem.Invalid("expires_at", "invalid_expires_at", "A link ends in the future.");
    }
    return expiresAt == null ? 0 : expiresAt;
  }
}
