package lumina.friend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Future;
import lumina.account.User;
import lumina.http.problem.Problem;
import lumina.stores.AtOnce;
import lumina.stores.SqlDatabase;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class FriendshipTest {
  private static final LatestFirst FIRST = new LatestFirst(Long.MAX_VALUE, Long.MAX_VALUE);
  private final Friendship friendship;
  private final FriendStore friends;
  private final BlockStore blocks;
  private final long ann;
  private final long bob;

  FriendshipTest(SqlDatabase database) {
    friendship = database.get(Friendship.class);
    friends = database.get(FriendStore.class);
    blocks = database.get(BlockStore.class);
    User first = database.person("ann");
    User second = database.person("bob");
    ann = first.id();
    bob = second.id();
  }

  @Test
  void a_request_is_answered_and_both_are_friends_until_one_ends_it() {
    FriendRequest asked = friendship.request(ann, bob);
    assertThat(friends.pendingFor(bob, FIRST, 10)).containsExactly(asked);
    assertThat(friends.pendingOf(ann, FIRST, 10)).containsExactly(asked);
    friendship.respond(bob, asked.id(), true);
    assertThat(friends.friends(ann, "", 10))
        .extracting(FriendStore.Friend::id)
        .containsExactly(bob);
    assertThat(friends.friends(bob, "", 10))
        .extracting(FriendStore.Friend::id)
        .containsExactly(ann);
    friendship.end(bob, ann);
    assertThat(standing(ann, bob)).isEqualTo("none");
    assertThat(friends.between(ann, bob)).isEmpty();
  }

  @Test
  void who_was_declined_may_ask_again_by_the_same_request() {
    FriendRequest asked = friendship.request(ann, bob);
    friendship.respond(bob, asked.id(), false);
    assertThat(standing(ann, bob)).isEqualTo("none");
    assertThat(friendship.request(ann, bob).id()).isEqualTo(asked.id());
    assertThat(standing(ann, bob)).isEqualTo("requested");
  }

  @Test
  void a_block_may_be_said_twice() {
    friendship.block(ann, bob);
    friendship.block(ann, bob);
    assertThat(blocks.list(ann, FIRST, 10))
        .extracting(BlockStore.BlockedPerson::id)
        .containsExactly(bob);
    blocks.remove(ann, bob);
    assertThat(standing(ann, bob)).isEqualTo("none");
  }

  @RepeatedTest(5)
  void two_who_ask_each_other_at_once_are_friends() {
    List<Future<FriendRequest>> asked =
        AtOnce.all(List.of(() -> friendship.request(ann, bob), () -> friendship.request(bob, ann)));
    assertThat(AtOnce.failures(asked)).isEmpty();
    assertThat(standing(ann, bob)).isEqualTo("friends");
    assertThat(standing(bob, ann)).isEqualTo("friends");
    assertThat(friends.pendingFor(ann, FIRST, 10)).isEmpty();
    assertThat(friends.pendingFor(bob, FIRST, 10)).isEmpty();
  }

  @RepeatedTest(5)
  void who_asks_twice_at_once_has_asked_once() {
    List<Future<FriendRequest>> asked =
        AtOnce.all(List.of(() -> friendship.request(ann, bob), () -> friendship.request(ann, bob)));
    assertThat(AtOnce.succeeded(asked)).isEqualTo(1);
    assertThat(AtOnce.failures(asked).getFirst()).isInstanceOf(Problem.Conflict.class);
  }

  @RepeatedTest(5)
  void an_answer_given_twice_at_once_counts_once() {
    long request = friendship.request(ann, bob).id();
    List<Future<FriendRequest>> answered =
        AtOnce.all(
            List.of(
                () -> friendship.respond(bob, request, true),
                () -> friendship.respond(bob, request, true)));
    assertThat(AtOnce.succeeded(answered)).isEqualTo(1);
    assertThat(AtOnce.failures(answered).getFirst()).isInstanceOf(Problem.Conflict.class);
    assertThat(standing(ann, bob)).isEqualTo("friends");
  }

  @RepeatedTest(5)
  void whoever_blocks_is_nobodys_friend_however_fast_the_other_accepts() {
    long request = friendship.request(ann, bob).id();
    var deeds =
        AtOnce.all(
            List.of(
                () -> friendship.respond(bob, request, true),
                () -> {
                  friendship.block(ann, bob);
                  return friends.between(ann, bob);
                }));
    assertThat(AtOnce.succeeded(deeds)).isPositive();
    assertThat(standing(ann, bob)).isEqualTo("blocked");
    assertThat(friends.areFriends(ann, bob)).isFalse();
    assertThat(friends.areFriends(bob, ann)).isFalse();
    assertThatThrownBy(() -> friendship.respond(bob, request, true)).isInstanceOf(Problem.class);
  }

  private String standing(long me, long other) {
    return friendship.standing(me, other).standing().word();
  }
}
