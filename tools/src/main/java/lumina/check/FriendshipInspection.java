package lumina.check;

import java.util.List;
import java.util.function.Consumer;
import lumina.friend.FriendshipDamage;
import lumina.friend.FriendshipDamage.Side;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.stereotype.Component;

/// Checks that each friendship is between two people of whom neither blocks the other, has both of
/// its sides, and that no request is pending between friends.
@Component
@ConditionalOnNotWebApplication
record FriendshipInspection(FriendshipDamage damage) implements Inspection {
  @Override
  public void inspect(Findings findings) {
    add(
        findings,
        "Person %d is a friend of person %d, which is the same person.",
        damage.withOneself(),
        damage::end);
    add(
        findings,
        "Person %d is a friend of person %d although one blocks the other.",
        damage.despiteBlocks(),
        damage::end);
    add(
        findings,
        "Person %d is a friend of person %d, but not the other way round.",
        damage.halves(),
        damage::complete);
    damage
        .needlessRequests()
        .forEach(
            it ->
                findings.add(
                    "Person %d and person %d are friends, but a request between them is still pending."
                        .formatted(it.requesterId(), it.receiverId()),
                    () -> {
                      damage.forget(it);
                      return true;
                    }));
  }

  private static void add(
      Findings findings, String sentence, List<Side> sides, Consumer<Side> mend) {
    sides.forEach(
        it ->
            findings.add(
                sentence.formatted(it.userId(), it.friendId()),
                () -> {
                  mend.accept(it);
                  return true;
                }));
  }
}
