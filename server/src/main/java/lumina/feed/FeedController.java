package lumina.feed;

import java.util.List;
import java.util.Objects;
import lumina.access.Permission;
import lumina.access.Viewer;
import lumina.access.Viewer.Person;
import lumina.http.list.PageRequest;
import lumina.http.list.PageSize;
import lumina.http.problem.Problem;
import lumina.photo.ImageAddresses;
import lumina.photo.PhotoJson;
import lumina.photo.count.MonthCounts;
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

  /// A month, and the number of photos that were taken in it.
  ///
  /// @param month as in 2024-05
  record MonthJson(String month, long count) {
    static MonthJson of(MonthCounts.Month month) {
      return new MonthJson(
          "%04d-%02d".formatted(month.month() / 100, month.month() % 100), month.photos());
    }
  }

  private final PhotoFeed feed;
  private final MonthCounts months;
  private final ImageAddresses addresses;

  FeedController(PhotoFeed feed, MonthCounts months, ImageAddresses addresses) {
    this.feed = feed;
    this.months = months;
    this.addresses = addresses;
  }

  /// Lists photos, newest first.
  @GetMapping
  ResponseEntity<List<PhotoJson>> listPhotos(
      Viewer viewer,
      Whose whose,
      PhotoQuery.Filter filter,
      PhotoOrder.Ordering ordering,
      PageRequest page) {
    PhotoQuery.Scope asked = PhotoQuery.Scope.named(whose.scope());
    long owner = Objects.requireNonNullElse(whose.userId(), viewer.userId());
    PhotoQuery query = PhotoQuery.of(asked, owner, filter);
    PhotoOrder order = PhotoOrder.of(ordering, asked);
    Viewer eyes = eyes(viewer, asked, owner, whose.viewAs());
    return feed.page(eyes, query, order, PageSize.of(page.limit()), page.cursor())
        .map(photo -> PhotoJson.of(photo, addresses))
        .toResponse();
  }

  /// Lists the months in which photos of a person were taken, newest first.
  @GetMapping("/months")
  List<MonthJson> listMonths(Person viewer, Whose whose) {
    if (PhotoQuery.Scope.named(whose.scope()) != PhotoQuery.Scope.PROFILE) {
      throw new Problem.Invalid(
          "scope", "invalid_scope", "Months are counted for the scope profile.");
    }
    long owner = Objects.requireNonNullElse(whose.userId(), viewer.userId());
    Viewer eyes = eyes(viewer, PhotoQuery.Scope.PROFILE, owner, whose.viewAs());
    return months.list(eyes, owner).stream().map(MonthJson::of).toList();
  }

  /// Owners can view their own profile as others do. Other lists refuse this: they hide what blocks
  /// hide from the viewer, and a simulated viewer has no blocks.
  private static Viewer eyes(
      Viewer viewer, PhotoQuery.Scope scope, long owner, @Nullable String viewAs) {
    if (viewAs == null || viewAs.isEmpty()) {
      return viewer;
    }
    if (scope != PhotoQuery.Scope.PROFILE) {
      throw new Problem.Invalid(
          "view_as", "invalid_field", "Only a profile can be looked at as others do.");
    }
    Permission.toViewAsOthers(owner).require(viewer.userId());
    return switch (viewAs) {
      case "friend" -> new Viewer.FriendOf(owner);
      case "public" -> new Viewer.Anonymous();
      default -> throw new Problem.Invalid("view_as", "invalid_field", "View as friend or public.");
    };
  }
}
