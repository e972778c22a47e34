package lumina.share;

import static java.util.Objects.requireNonNullElse;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lumina.access.Viewer.Person;
import lumina.http.Caller;
import lumina.http.list.Cursor;
import lumina.http.list.Page;
import lumina.http.list.PageRequest;
import lumina.http.list.PageSize;
import lumina.http.problem.Problem;
import lumina.media.ImageSize;
import lumina.photo.ImageAddresses;
import lumina.photo.IndexEntry;
import lumina.photo.PhotoStore;
import lumina.share.Share.Download;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// Share links of their owner; [LinkController] serves those who have a link.
@RestController
@RequestMapping("/api/shares")
class ShareController {
  /// A new link; it shows either an album or photos.
  ///
  /// @param albumId an album of mine
  /// @param photoIds my own photos, in their order
  /// @param title shown above the photos; null for none
  /// @param expiresAt milliseconds since 1970; null for never
  /// @param password null for none
  /// @param comments whether guests read and write comments; true by default
  /// @param likes whether guests see likes and like; true by default
  /// @param download what guests get as originals: `none`, `clean` (without private metadata, the
  ///   default) or `original`
  record CreateShareRequest(
      @Nullable String albumId,
      @Nullable List<String> photoIds,
      @Nullable String title,
      @Nullable Long expiresAt,
      @Nullable String password,
      @Nullable Boolean comments,
      @Nullable Boolean likes,
      @Nullable String download) {}

  /// The changes of an edit; what is missing stays as it is.
  ///
  /// @param albumId shows this album of mine instead
  /// @param photoIds shows these photos of mine instead
  /// @param expiresAt milliseconds since 1970; null for never
  /// @param password null for none; a new one ends what was opened with the old one
  record EditShareRequest(
      @Nullable String albumId,
      @Nullable List<String> photoIds,
      @Nullable String title,
      @Nullable JsonNode expiresAt,
      @Nullable JsonNode password,
      @Nullable Boolean comments,
      @Nullable Boolean likes,
      @Nullable String download) {}

  /// A link as its owner sees it; times in milliseconds since 1970.
  ///
  /// @param title empty for none
  /// @param expiresAt null for never
  /// @param count the number of photos that it shows
  /// @param cover the URL of the first photo's thumbnail, null without any
  /// @param visits how often others opened it
  record ShareJson(
      String shareId,
      String url,
      @Nullable String albumId,
      String title,
      boolean hasPassword,
      boolean comments,
      boolean likes,
      Download download,
      @Nullable Long expiresAt,
      long count,
      @Nullable String cover,
      long visits,
      @Nullable Long lastVisitAt,
      long createdAt) {}

  private final ShareStore shares;
  private final Sharing sharing;
  private final SharedPhotos shown;
  private final PhotoStore photos;
  private final ImageAddresses addresses;

  ShareController(
      ShareStore shares,
      Sharing sharing,
      SharedPhotos shown,
      PhotoStore photos,
      ImageAddresses addresses) {
    this.shares = shares;
    this.sharing = sharing;
    this.shown = shown;
    this.photos = photos;
    this.addresses = addresses;
  }

  /// Creates a link that shows photos of mine to whoever has it.
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  ShareJson createShare(
      Person viewer, @RequestBody CreateShareRequest asked, HttpServletRequest request) {
    Share share = sharing.create(viewer, asked, Caller.of(request));
    return json(viewer, List.of(share)).getFirst();
  }

  /// Lists my links, or those of them that show a photo, newest first.
  @GetMapping
  ResponseEntity<List<ShareJson>> listShares(
      Person viewer, @RequestParam(name = "photo_id") @Nullable String photoId, PageRequest asked) {
    Cursor cursor = new Cursor("shares %d %s".formatted(viewer.userId(), photoId));
    String after = requireNonNullElse(cursor.readId(asked.cursor()), ShareStore.LAST);
    int limit = PageSize.of(asked.limit());
    List<Share> read = shares.list(viewer.userId(), photoId, after, limit + 1);
    Page<Share> page = Page.of(read, limit, share -> cursor.at(share.shareId()));
    return new Page<>(json(viewer, page.items()), page.next()).toResponse();
  }

  /// Changes a link of mine, at once for everybody who has it.
  @PatchMapping("/{id}")
  ShareJson editShare(
      Person viewer,
      @PathVariable String id,
      @RequestBody EditShareRequest edit,
      HttpServletRequest request) {
    sharing.change(viewer, id, edit, Caller.of(request));
    return json(viewer, List.of(sharing.require(viewer, id))).getFirst();
  }

  /// Ends a link of mine; what guests wrote stays.
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void deleteShare(Person viewer, @PathVariable String id) {
    if (!shares.remove(viewer.userId(), id)) {
      throw new Problem.NotFound("link");
    }
  }

  private List<ShareJson> json(Person viewer, List<Share> some) {
    Map<String, SharedPhotos.Summary> summaries = shown.summaries(viewer, some);
    List<String> covers =
        summaries.values().stream().flatMap(it -> Stream.ofNullable(it.cover())).toList();
    Map<String, IndexEntry> entries =
        photos.entries(viewer, covers).stream()
            .collect(Collectors.toMap(IndexEntry::photoId, it -> it, (one, same) -> one));
    return some.stream()
        .map(share -> json(share, Objects.requireNonNull(summaries.get(share.shareId())), entries))
        .toList();
  }

  private ShareJson json(
      Share share, SharedPhotos.Summary summary, Map<String, IndexEntry> covers) {
    IndexEntry cover = summary.cover() == null ? null : covers.get(summary.cover());
    return new ShareJson(
        share.shareId(),
        "/s/" + share.token(),
        share.albumId(),
        share.title(),
        share.hasPassword(),
        share.comments(),
        share.likes(),
        share.download(),
        share.expiresAt() == 0 ? null : share.expiresAt(),
        summary.count(),
        cover == null
            ? null
            : addresses.of(cover.photoId(), cover.audience(), cover.version(), ImageSize.THUMB),
        share.visits(),
        share.lastVisitAt() == 0 ? null : share.lastVisitAt(),
        share.createdAt());
  }
}
