package lumina.feed;

import java.util.List;
import java.util.Objects;
import lumina.access.Permission;
import lumina.access.Viewer;
import lumina.http.list.PageRequest;
import lumina.http.list.PageSize;
import lumina.http.problem.Problem;
import lumina.photo.ImageAddresses;
import lumina.photo.PhotoJson;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/photos")
class FeedController {
  /// The scope of a list: the person whose photos it shows, and the audience that it is previewed
  /// as.
  record Whose(
      @Nullable String scope,
      @BindParam("user_id") @Nullable Long userId,
      @BindParam("view_as") @Nullable String viewAs) {}

  private final PhotoFeed feed;
  private final ImageAddresses addresses;

  FeedController(PhotoFeed feed, ImageAddresses addresses) {
    this.feed = feed;
    this.addresses = addresses;
  }

  /// Lists photos, newest first.
  @GetMapping
  ResponseEntity<List<PhotoJson>> listPhotos(
      Viewer viewer, Whose whose, PhotoQuery.Filter filter, PageRequest page) {
    PhotoQuery.Scope asked = PhotoQuery.Scope.named(whose.scope());
    long owner = Objects.requireNonNullElse(whose.userId(), viewer.userId());
    PhotoQuery query = PhotoQuery.of(asked, owner, filter);
    return feed.page(
            eyes(viewer, query, whose.viewAs()), query, PageSize.of(page.limit()), page.cursor())
        .map(photo -> PhotoJson.of(photo, addresses))
        .toResponse();
  }

  /// Owners can view their own profile as others do. Other lists refuse this: they hide what blocks
  /// hide from the viewer, and a simulated viewer has no blocks.
  private static Viewer eyes(Viewer viewer, PhotoQuery query, @Nullable String viewAs) {
    if (viewAs == null || viewAs.isEmpty()) {
      return viewer;
    }
    if (query.scope() != PhotoQuery.Scope.PROFILE) {
      throw new Problem.Invalid(
          "view_as", "invalid_field", "Only a profile can be looked at as others do.");
    }
    Permission.toViewAsOthers(query.owner()).require(viewer.userId());
    return switch (viewAs) {
      case "friend" -> new Viewer.FriendOf(query.owner());
      case "public" -> new Viewer.Anonymous();
      default -> throw new Problem.Invalid("view_as", "invalid_field", "View as friend or public.");
    };
  }
}
