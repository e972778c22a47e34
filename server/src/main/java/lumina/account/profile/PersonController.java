package lumina.account.profile;

import java.util.List;
import java.util.Objects;
import lumina.access.ViewAs;
import lumina.access.Viewer;
import lumina.access.Viewer.Person;
import lumina.account.User;
import lumina.account.UserStore;
import lumina.friend.BlockStore;
import lumina.friend.Friendship;
import lumina.friend.Friendship.Standing;
import lumina.http.list.Cursor;
import lumina.http.list.Page;
import lumina.http.list.PageRequest;
import lumina.http.list.PageSize;
import lumina.http.problem.Problem;
import lumina.photo.PhotoJson;
import lumina.photo.PhotoStore;
import lumina.text.FieldLimit;
import lumina.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/users")
class PersonController {
  private static final FieldLimit PREFIX = new FieldLimit("q", 60);

  record PersonJson(long id, String username, String name, @Nullable String pictureUrl) {
    static PersonJson of(User user) {
      return new PersonJson(
          user.id(), user.username(), user.name(), User.pictureUrl(user.id(), user.picture()));
    }
  }

  /// What a signed-in person sees of another person.
  ///
  /// @param cover the photo above their page; null without one, or if the viewer may not see it
  /// @param photoCount the number of their photos that the viewer may see
  /// @param requestId the pending friend request between the two, if there is one
  record ProfileJson(
      long id,
      String username,
      String name,
      String bio,
      @Nullable String pictureUrl,
      @Nullable PhotoJson cover,
      long createdAt,
      long photoCount,
      Standing friendship,
      @Nullable Long requestId) {}

  private final UserStore users;
  private final Friendship friendship;
  private final BlockStore blocks;
  private final PhotoStore photos;
  private final Covers covers;

  PersonController(
      UserStore users, Friendship friendship, BlockStore blocks, PhotoStore photos, Covers covers) {
    this.covers = covers;
    this.users = users;
    this.blocks = blocks;
    this.friendship = friendship;
    this.photos = photos;
  }

  /// Finds a person by their username.
  ///
  /// A blocked person learns only that the username exists, not that they are blocked. With
  /// `view_as`, `friend` or `public`, people look at their own page as others see it.
  @GetMapping("/lookup")
  ProfileJson lookUpPerson(
      Person viewer,
      @RequestParam String username,
      @RequestParam(name = "view_as") @Nullable String viewAs) {
    User user =
        users.findByName(username.strip()).orElseThrow(() -> new Problem.NotFound("person"));
    Viewer eyes = ViewAs.eyes(viewer, user.id(), viewAs);
    Friendship.Relationship standing = friendship.standing(viewer.userId(), user.id());
    boolean blocked = blocks.blocks(user.id(), viewer.userId());
    return new ProfileJson(
        user.id(),
        user.username(),
        blocked ? "" : user.name(),
        blocked ? "" : user.bio(),
        blocked ? null : User.pictureUrl(user.id(), user.picture()),
        covers.of(eyes, user),
        user.createdAt(),
        photos.count(eyes, user.id()),
        standing.standing(),
        standing.requestId());
  }

  /// Lists people whose username or name begins with `q`; empty without it.
  @GetMapping
  ResponseEntity<List<PersonJson>> searchPeople(
      Person viewer, @RequestParam @Nullable String q, PageRequest page) {
    String prefix = Text.optional(PREFIX, q);
    if (prefix.isEmpty()) {
      return ResponseEntity.ok(List.of());
    }
    Cursor cursor = new Cursor("people %d %s".formatted(viewer.userId(), prefix));
    int limit = PageSize.of(page.limit());
    String after = Objects.requireNonNullElse(cursor.read(page.cursor()), "");
    return Page.of(
            users.search(viewer.userId(), prefix, after, limit + 1),
            limit,
            person -> cursor.at(person.username()))
        .map(PersonJson::of)
        .toResponse();
  }
}
