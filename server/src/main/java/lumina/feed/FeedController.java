package lumina.feed;

import java.util.List;
import java.util.Objects;
import lumina.access.ViewAs;
import lumina.access.Viewer;
import lumina.http.list.PageRequest;
import lumina.http.problem.Problem;
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
  /// The scope of a list: the person or the album whose photos it shows, and the audience that it
  /// is previewed as.
  ///
  /// @param album the id of an album, instead of a scope
  record Whose(
      @Nullable String scope,
      @BindParam("user_id") @Nullable Long userId,
      @Nullable String album,
      @BindParam("view_as") @Nullable String viewAs) {
    PhotoQuery.Scope named() {
      return album == null ? PhotoQuery.Scope.named(scope) : PhotoQuery.Scope.ALBUM;
    }

    PhotoQuery query(Viewer viewer, PhotoQuery.Filter filter) {
      return album == null
          ? PhotoQuery.of(named(), owner(viewer), filter)
          : PhotoQuery.inAlbum(album, filter);
    }

    long owner(Viewer viewer) {
      return Objects.requireNonNullElse(userId, viewer.userId());
    }

    /// Owners can view their own profile as others do. Other lists refuse this: they hide what
    /// blocks hide from the viewer, and a simulated viewer has no blocks.
    Viewer eyes(Viewer viewer) {
      if (viewAs == null || viewAs.isEmpty()) {
        return viewer;
      }
      if (named() != PhotoQuery.Scope.PROFILE) {
        throw new Problem.Invalid(
            "view_as", "invalid_field", "Only a profile can be looked at as others do.");
      }
      return ViewAs.eyes(viewer, owner(viewer), viewAs);
    }
  }

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
  private final RecentPages pages;

  FeedController(PhotoFeed feed, MonthCounts months, RecentPages pages) {
    this.feed = feed;
    this.months = months;
    this.pages = pages;
  }

  /// Lists photos, newest first; those of an album in its order, unless another one is asked for.
  @GetMapping
  ResponseEntity<List<PhotoJson>> listPhotos(
      Viewer viewer,
      Whose whose,
      PhotoQuery.Filter filter,
      PhotoOrder.Ordering ordering,
      PageRequest page) {
    return pages.get(new RecentPages.Asked(viewer, whose, filter, ordering, page)).toResponse();
  }

  /// Lists the months in which the photos of a person or an album were taken, newest first.
  @GetMapping("/months")
  List<MonthJson> listMonths(Viewer viewer, Whose whose) {
    Viewer eyes = whose.eyes(viewer);
    List<MonthCounts.Month> counted =
        switch (whose.named()) {
          case PROFILE -> months.list(eyes, whose.owner(viewer));
          case ALBUM -> feed.months(eyes, String.valueOf(whose.album()));
          default ->
              throw new Problem.Invalid(
                  "scope", "invalid_scope", "Months are counted for a profile or an album.");
        };
    return counted.stream().map(MonthJson::of).toList();
  }
}
