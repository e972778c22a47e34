package lumina.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lumina.transfer.Entity;
import lumina.transfer.EntityRecord;
import lumina.transfer.Library;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.stereotype.Component;

/// Checks that each friendship has both of its sides.
@Component
@ConditionalOnNotWebApplication
record FriendshipInspection(Library library) implements Inspection {
  private record Side(long userId, long friendId) {
    Side other() {
      return new Side(/* userId= */ friendId, /* friendId= */ userId);
    }
  }

  /// Whatever is wrong twice is not a friendship that begins or ends at this moment.
  @Override
  public void inspect(Findings findings) {
    Map<Side, Long> halves = halves();
    if (!halves.isEmpty()) {
      halves.keySet().retainAll(halves().keySet());
    }
    halves.forEach(
        (side, since) ->
            findings.add(
                "Person %d is a friend of person %d, but not the other way round."
                    .formatted(side.userId(), side.friendId()),
                () -> add(side.other(), since)));
  }

  /// The sides without the other one, and since when.
  private Map<Side, Long> halves() {
    Map<Side, Long> sides = new HashMap<>();
    library
        .records(Entity.FRIENDSHIPS)
        .each(
            page ->
                page.forEach(
                    it ->
                        sides.put(
                            new Side(it.number("user_id"), it.number("friend_id")),
                            it.number("since"))));
    Map<Side, Long> halves = new HashMap<>(sides);
    halves.keySet().removeIf(side -> sides.containsKey(side.other()));
    return halves;
  }

  private boolean add(Side side, long since) {
    library
        .records(Entity.FRIENDSHIPS)
        .insert(
            List.of(
                EntityRecord.of(
                    Entity.FRIENDSHIPS,
                    Map.of(
                        "user_id", side.userId(), "friend_id", side.friendId(), "since", since))));
    return true;
  }
}
