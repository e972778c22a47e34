package lumina.friend;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import lumina.access.Viewer.Person;
import lumina.account.User;
import lumina.account.UserStore;
import lumina.friend.CommonFriends.CommonFriend;
import lumina.friend.CommonFriends.Shared;
import lumina.friend.FriendStore.Friend;
import lumina.http.list.Cursor;
import lumina.http.list.Page;
import lumina.http.list.PageRequest;
import lumina.http.list.PageSize;
import lumina.http.problem.Problem;
import lumina.http.problem.Required;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/friends")
class FriendController {
  record NewFriendRequest(@Nullable String username, @Nullable Long userId) {}

  record RespondToFriendRequest(@Nullable Long requestId, @Nullable Boolean accept) {}

  /// A friend of mine.
  ///
  /// @param commonCount the number of friends we have in common
  /// @param common the first three of them
  record FriendJson(
      long id,
      String username,
      String name,
      @Nullable String pictureUrl,
      long since,
      long commonCount,
      List<CommonFriend> common) {
    static FriendJson of(Friend f, Shared common) {
      return new FriendJson(
          f.id(),
          f.username(),
          f.name(),
          User.pictureUrl(f.id(), f.picture()),
          f.since(),
          common.count(),
          common.some());
    }
  }

  private final Friendship friendship;
  private final FriendStore friends;
  private final CommonFriends common;
  private final UserStore users;

  FriendController(
      Friendship friendship, FriendStore friends, CommonFriends common, UserStore users) {
    this.common = common;
    this.friendship = friendship;
    this.friends = friends;
    this.users = users;
  }

  /// Sends a friend request, or accepts the pending request of the same person.
  @PostMapping("/request")
  @ResponseStatus(HttpStatus.CREATED)
  FriendRequest sendFriendRequest(Person viewer, @RequestBody NewFriendRequest ask) {
    return friendship.request(viewer.userId(), person(ask).id());
  }

  private User person(NewFriendRequest ask) {
    Optional<User> person;
    if (ask.userId() != null) {
      person = users.find(ask.userId());
    } else if (ask.username() != null) {
      person = users.findByName(ask.username().strip());
    } else {
      throw new Problem.Invalid("username", "missing_field", "Please say whom to ask.");
    }
    return person.orElseThrow(() -> new Problem.NotFound("person"));
  }

  /// Lists the pending requests to me, newest first.
  @GetMapping("/requests")
  ResponseEntity<List<FriendRequest>> listFriendRequests(Person viewer, PageRequest page) {
    Cursor cursor = new Cursor("requests " + viewer.userId());
    return LatestFirst.page(
            cursor,
            page,
            (after, rows) -> friends.pendingFor(viewer.userId(), after, rows),
            request -> new LatestFirst(request.createdAt(), request.id()))
        .toResponse();
  }

  /// Lists my pending requests, newest first.
  @GetMapping("/requests/sent")
  ResponseEntity<List<FriendRequest>> listSentFriendRequests(Person viewer, PageRequest page) {
    Cursor cursor = new Cursor("sent requests " + viewer.userId());
    return LatestFirst.page(
            cursor,
            page,
            (after, rows) -> friends.pendingOf(viewer.userId(), after, rows),
            request -> new LatestFirst(request.createdAt(), request.id()))
        .toResponse();
  }

  /// Withdraws a pending request of mine.
  @DeleteMapping("/requests/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void withdrawFriendRequest(Person viewer, @PathVariable long id) {
    friendship.withdraw(viewer.userId(), id);
  }

  /// Accepts or declines a request.
  @PostMapping("/respond")
  FriendRequest respondToFriendRequest(Person viewer, @RequestBody RespondToFriendRequest answer) {
    long request = Required.field("request_id", answer.requestId(), "Please say which request.");
    boolean accept = Required.field("accept", answer.accept(), "Please say yes or no (accept).");
    return friendship.respond(viewer.userId(), request, accept);
  }

  /// Lists my friends by username.
  @GetMapping
  ResponseEntity<List<FriendJson>> listFriends(Person viewer, PageRequest page) {
    Cursor cursor = new Cursor("friends " + viewer.userId());
    int limit = PageSize.orMost(page.limit());
    String after = Objects.requireNonNullElse(cursor.read(page.cursor()), "");
    Page<Friend> some =
        Page.of(
            friends.friends(viewer.userId(), after, limit + 1),
            limit,
            friend -> cursor.at(friend.username()));
    CommonFriends.Found found =
        common.with(viewer.userId(), some.items().stream().map(Friend::id).toList());
    return some.map(friend -> FriendJson.of(friend, found.of(friend.id()))).toResponse();
  }

  /// Ends a friendship.
  @DeleteMapping("/{userId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void endFriendship(Person viewer, @PathVariable long userId) {
    friendship.end(viewer.userId(), userId);
  }
}
