package lumina.friend;

import java.util.List;
import lumina.access.Viewer.Person;
import lumina.account.User;
import lumina.account.UserStore;
import lumina.friend.CommonFriends.CommonFriend;
import lumina.friend.CommonFriends.Shared;
import lumina.friend.SuggestionStore.Suggested;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/friends/suggestions")
class SuggestionController {
  private static final int MAX_SUGGESTIONS = 20;

  /// A person whom I may know.
  ///
  /// @param commonCount the number of friends we have in common
  /// @param common the first three of them
  record FriendSuggestionJson(
      long id,
      String username,
      String name,
      @Nullable String pictureUrl,
      long commonCount,
      List<CommonFriend> common) {
    static FriendSuggestionJson of(Suggested person, Shared common) {
      return new FriendSuggestionJson(
          person.id(),
          person.username(),
          person.name(),
          User.pictureUrl(person.id(), person.picture()),
          common.count(),
          common.some());
    }
  }

  private final SuggestionStore suggestions;
  private final CommonFriends common;
  private final UserStore users;

  SuggestionController(SuggestionStore suggestions, CommonFriends common, UserStore users) {
    this.suggestions = suggestions;
    this.common = common;
    this.users = users;
  }

  /// Lists people with whom I have friends in common, those with the most first; at most 20.
  @GetMapping
  List<FriendSuggestionJson> listFriendSuggestions(Person viewer) {
    List<Suggested> people = suggestions.list(viewer.userId(), MAX_SUGGESTIONS);
    CommonFriends.Found found =
        common.with(viewer.userId(), people.stream().map(Suggested::id).toList());
    return people.stream()
        .map(person -> FriendSuggestionJson.of(person, found.of(person.id())))
        .toList();
  }

  /// Does not suggest a person to me any more.
  @DeleteMapping("/{userId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void hideFriendSuggestion(Person viewer, @PathVariable long userId) {
    users.require(userId);
    suggestions.hide(viewer.userId(), userId);
  }
}
