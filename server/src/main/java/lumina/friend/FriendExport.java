package lumina.friend;

import java.util.function.Consumer;
import lumina.account.PersonalData;
import org.springframework.stereotype.Component;

/// Exports the friends of a person.
@Component
class FriendExport implements PersonalData {
  /// A friend; `since` in milliseconds since 1970.
  private record ExportedFriend(long id, String username, long since) {}

  private final FriendStore friends;

  FriendExport(FriendStore friends) {
    this.friends = friends;
  }

  @Override
  public String name() {
    return "friends";
  }

  @Override
  public void each(long userId, Consumer<Object> taker) {
    friends
        .friends(userId, "", Integer.MAX_VALUE)
        .forEach(it -> taker.accept(new ExportedFriend(it.id(), it.username(), it.since())));
  }

  @Override
  public void forget(long userId) {
    // The database deletes friendships with the account (ON DELETE CASCADE).
  }
}
