package lumina.share;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import lumina.access.Viewer;
import lumina.account.User;
import lumina.account.UserStore;
import lumina.http.list.Page;
import lumina.http.list.PageRequest;
import lumina.http.list.PageSize;
import lumina.http.problem.Problem;
import lumina.photo.Photo;
import lumina.photo.PhotoStore;
import lumina.share.OpenLinks.OpenLink;
import lumina.share.Share.Download;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What is behind a link, for whoever has it.
@RestController
@RequestMapping("/api/s/{token}")
class LinkController {
  record LinkPasswordRequest(@Nullable String password) {}

  /// Who shares.
  ///
  /// @param name the display name, may be empty
  record SharerJson(String username, String name, @Nullable String pictureUrl) {}

  /// What a link shows and allows.
  ///
  /// @param own whether it is my own link
  /// @param myName under which I write here: of my account, or as a guest; null if I have not
  ///   written yet
  /// @param expiresAt milliseconds since 1970; null for never
  record SharedLinkJson(
      String title,
      SharerJson sharer,
      long count,
      boolean comments,
      boolean likes,
      Download download,
      @Nullable Long expiresAt,
      boolean own,
      @Nullable String myName) {}

  private final OpenLinks links;
  private final SharedPhotos shown;
  private final PhotoStore photos;
  private final UserStore users;
  private final LinkTitle titles;

  LinkController(
      OpenLinks links, SharedPhotos shown, PhotoStore photos, UserStore users, LinkTitle titles) {
    this.links = links;
    this.shown = shown;
    this.photos = photos;
    this.users = users;
    this.titles = titles;
  }

  /// Reads what a link shows and allows.
  @GetMapping
  SharedLinkJson getSharedLink(
      Viewer viewer, @PathVariable String token, HttpServletRequest request) {
    return json(links.visit(token, viewer, request));
  }

  private SharedLinkJson json(OpenLink link) {
    Share share = link.share();
    User sharer = users.require(share.userId());
    SharedPhotos.Summary summary = shown.summary(share, link.viewer());
    String name = link.viewer().username();
    return new SharedLinkJson(
        titles.of(share, summary.count()),
        new SharerJson(sharer.username(), sharer.name(), picture(share, sharer)),
        summary.count(),
        share.comments(),
        share.likes(),
        share.download(),
        share.expiresAt() == 0 ? null : share.expiresAt(),
        link.isOwn(),
        name.isEmpty() ? null : name);
  }

  private static @Nullable String picture(Share share, User sharer) {
    return sharer.picture() == null
        ? null
        : "%s/picture?v=%s".formatted(share.address(), sharer.picture());
  }

  /// Opens a link with its password, for this browser.
  @PostMapping("/password")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void unlockSharedLink(
      Viewer viewer,
      @PathVariable String token,
      @RequestBody LinkPasswordRequest typed,
      HttpServletRequest request,
      HttpServletResponse response) {
    links.unlock(token, viewer, typed.password(), request, response);
  }

  /// Lists the photos that a link shows, in its order.
  @GetMapping("/photos")
  ResponseEntity<List<SharedPhotoJson>> listSharedPhotos(
      Viewer viewer, @PathVariable String token, PageRequest page, HttpServletRequest request) {
    OpenLink link = links.open(token, viewer, request);
    Page<Photo> shared =
        shown.page(link.share(), link.viewer(), PageSize.of(page.limit()), page.cursor());
    return new Page<>(json(shared.items(), link, viewer), shared.next()).toResponse();
  }

  /// Reads a photo that a link shows.
  @GetMapping("/photos/{id}")
  SharedPhotoJson getSharedPhoto(
      Viewer viewer,
      @PathVariable String token,
      @PathVariable String id,
      HttpServletRequest request) {
    OpenLink link = links.open(token, viewer, request);
    Photo photo = photos.find(link.viewer(), id).orElseThrow(() -> new Problem.NotFound("photo"));
    return json(List.of(photo), link, viewer).getFirst();
  }

  private List<SharedPhotoJson> json(List<Photo> shared, OpenLink link, Viewer viewer) {
    if (!(viewer instanceof Viewer.Person)) {
      return shared.stream().map(it -> SharedPhotoJson.of(it, link.share(), null)).toList();
    }
    Set<String> visible = photos.seen(viewer, shared.stream().map(Photo::photoId).toList());
    return shared.stream()
        .map(it -> SharedPhotoJson.of(it, link.share(), visible.contains(it.photoId())))
        .toList();
  }
}
