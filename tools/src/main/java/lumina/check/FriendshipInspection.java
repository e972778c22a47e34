package lumina.check;

import java.util.List;
import java.util.function.Consumer;
import lumina.friend.FriendshipRepair;
import lumina.friend.FriendshipRepair.Side;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.stereotype.Component;

/// Checks that each friendship is between two people of whom neither blocks the other, has both of
/// its sides, that nobody blocks themselves, and that no request is pending between friends.
@Component
@ConditionalOnNotWebApplication
record FriendshipInspection(FriendshipRepair repair) implements Inspection {
  @Override
  public String subject() {
    return "friendships";
  }

  @Override
  public void inspect(Findings findings) {
    add(
        findings,
        "Person %d is a friend of person %d, which is the same person.",
        repair.withOneself(),
        repair::end);
    add(
        findings,
        "Person %d is a friend of person %d although one blocks the other.",
        repair.despiteBlocks(),
        repair::end);
    add(
        findings,
        "Person %d is a friend of person %d, but not the other way round.",
        repair.halves(),
        repair::complete);
    repair.blockedByThemselves().forEach(it -> addBlock(it, findings));
    repair
        .needlessRequests()
        .forEach(
            it ->
                findings.addMendable(
                    "Person %d and person %d are friends, but a request between them is still pending."
                        .formatted(it.requesterId(), it.receiverId()),
                    () -> repair.forget(it)));
  }

  private void addBlock(long person, Findings findings) {
    findings.addMendable(
        "Person %d blocks themselves.".formatted(person), () -> repair.unblock(person));
  }

  private static void add(
      Findings findings, String sentence, List<Side> sides, Consumer<Side> mend) {
    sides.forEach(
        it ->
            findings.addMendable(
                sentence.formatted(it.userId(), it.friendId()), () -> mend.accept(it)));
  }
}
