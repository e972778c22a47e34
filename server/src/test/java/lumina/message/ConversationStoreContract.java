package lumina.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lumina.account.User;
import lumina.message.ConversationStore.Conversation;
import lumina.message.MessageStore.NewMessage;
import lumina.stores.AtOnce;
import lumina.stores.Backend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The contract of every conversation store.
@Timeout(180)
abstract class ConversationStoreContract {
  private static final int ALL = 100;

  private final Backend backend;
  private final ConversationStore store;
  private final MessageStore messages;
  private final User ann;
  private final User bob;

  ConversationStoreContract(Backend backend) {
    this.backend = backend;
    store = backend.get(ConversationStore.class);
    messages = backend.get(MessageStore.class);
    ann = backend.person("ann");
    bob = backend.person("bob");
  }

  @Test
  void the_first_message_begins_a_conversation_for_both_and_for_nobody_else() {
    User cem = backend.person("cem");
    Message sent = send(ann, bob, "hello 🌊");
    assertThat(of(ann)).containsExactly(new Conversation(bob.id(), sent, 0, 0));
    assertThat(of(bob)).containsExactly(new Conversation(ann.id(), sent, 1, 0));
    assertThat(store.exists(ann.id(), bob.id())).isTrue();
    assertThat(store.exists(bob.id(), ann.id())).isTrue();
    assertThat(store.exists(ann.id(), cem.id())).isFalse();
    assertThat(of(cem)).isEmpty();
  }

  @Test
  void where_nothing_was_said_there_is_nothing_to_read() {
    Message elsewhere = send(ann, backend.person("cem"), "hello");
    assertThat(store.exists(ann.id(), bob.id())).isFalse();
    assertThat(of(bob)).isEmpty();
    assertThat(store.unread(bob.id())).isZero();
    assertThat(store.read(bob.id(), ann.id(), elsewhere)).isFalse();
    store.forgetPerson(bob.id());
    assertThat(of(ann)).hasSize(1);
  }

  @Test
  void conversations_are_listed_with_their_last_message_the_latest_first() {
    List<Message> sent = new ArrayList<>();
    for (User friend : people(4)) {
      backend.pass();
      send(ann, friend, "first");
      sent.addFirst(send(friend, ann, "last"));
    }
    assertThat(of(ann)).extracting(Conversation::last).isEqualTo(sent);
    assertThat(store.of(ann.id(), Long.MAX_VALUE, 2))
        .extracting(Conversation::last)
        .isEqualTo(sent.subList(0, 2));
  }

  @Test
  void pages_of_conversations_of_the_same_moment_leave_none_out() {
    List<User> friends = people(7);
    friends.forEach(friend -> send(friend, ann, "hello"));
    List<Conversation> all = new ArrayList<>();
    List<Conversation> page = store.of(ann.id(), Long.MAX_VALUE, 2);
    while (!page.isEmpty()) {
      assertThat(page).hasSizeLessThanOrEqualTo(2);
      all.addAll(page);
      page = store.of(ann.id(), page.getLast().last().sortKey(), 2);
    }
    assertThat(all)
        .extracting(Conversation::otherId)
        .containsExactlyInAnyOrderElementsOf(friends.stream().map(User::id).toList());
  }

  @Test
  void a_conversation_that_goes_on_moves_up_and_the_next_page_holds_what_was_below() {
    List<User> friends = people(4);
    for (User friend : friends) {
      backend.pass();
      send(friend, ann, "hello");
    }
    Conversation cursor = store.of(ann.id(), Long.MAX_VALUE, 2).getLast();
    backend.pass();
    Message answer = send(ann, friends.get(1), "moves up");
    assertThat(store.of(ann.id(), cursor.last().sortKey(), ALL))
        .extracting(Conversation::otherId)
        .containsExactly(friends.getFirst().id());
    assertThat(of(ann).getFirst().last()).isEqualTo(answer);
    assertThat(of(ann)).hasSize(4);
  }

  @Test
  void what_the_other_wrote_is_unread_and_what_i_wrote_is_not() {
    send(bob, ann, "one");
    send(bob, ann, "two");
    send(ann, bob, "mine");
    send(backend.person("cem"), ann, "another");
    send(ann, backend.person("dan"), "mine alone");
    assertThat(unread(ann)).isEqualTo(3);
    assertThat(unread(bob)).isEqualTo(1);
    assertThat(store.unread(ann.id())).as("conversations with something unread").isEqualTo(2);
  }

  @Test
  void reading_up_to_a_message_leaves_those_after_it_unread() {
    List<Message> sent = IntStream.range(0, 4).mapToObj(i -> send(bob, ann, "hello")).toList();
    assertThat(store.read(ann.id(), bob.id(), sent.get(1))).isTrue();
    assertThat(unread(ann)).isEqualTo(2);
    assertThat(store.read(ann.id(), bob.id(), sent.get(3))).isTrue();
    assertThat(unread(ann)).isZero();
    assertThat(store.unread(ann.id())).isZero();
  }

  @Test
  void what_was_read_is_not_read_again_nor_unread_by_an_older_one() {
    Message older = send(bob, ann, "older");
    Message newer = send(bob, ann, "newer");
    store.read(ann.id(), bob.id(), newer);
    assertThat(store.read(ann.id(), bob.id(), newer)).isFalse();
    assertThat(store.read(ann.id(), bob.id(), older)).isFalse();
    assertThat(unread(ann)).isZero();
  }

  @Test
  void whoever_wrote_is_told_how_far_the_other_has_read() {
    Message first = send(bob, ann, "first");
    backend.pass();
    send(bob, ann, "second");
    store.read(ann.id(), bob.id(), first);
    assertThat(of(bob)).extracting(Conversation::readUntil).containsExactly(first.timestamp());
    assertThat(of(ann)).extracting(Conversation::readUntil).containsExactly(0L);
  }

  @Test
  void what_arrives_while_somebody_reads_stays_unread_and_is_counted() {
    Message read = send(bob, ann, "read");
    send(bob, ann, "unread");
    List<Callable<Object>> deeds = new ArrayList<>();
    deeds.add(() -> store.read(ann.id(), bob.id(), read));
    deeds.addAll(Collections.nCopies(3, () -> send(bob, ann, "meanwhile")));
    assertThat(AtOnce.failures(AtOnce.all(deeds))).isEmpty();
    assertThat(unread(ann)).isEqualTo(4);
  }

  @Test
  void a_last_message_that_was_taken_back_stays_the_last_and_is_not_unread() {
    send(bob, ann, "before");
    Message last = send(bob, ann, "oops");
    messages.empty(last);
    Conversation conversation = of(ann).getFirst();
    assertThat(conversation.last().messageId()).isEqualTo(last.messageId());
    assertThat(conversation.last().text()).isEmpty();
    assertThat(conversation.unread()).isEqualTo(1);
  }

  @Test
  void reading_past_what_was_taken_back_leaves_only_what_says_something_unread() {
    Message first = send(bob, ann, "first");
    Message second = send(bob, ann, "second");
    send(bob, ann, "third");
    messages.empty(second);
    store.read(ann.id(), bob.id(), first);
    assertThat(unread(ann)).isEqualTo(1);
  }

  @Test
  void whoever_leaves_takes_their_conversations_along_for_both_and_others_stay() {
    User cem = backend.person("cem");
    Message kept = send(cem, bob, "kept");
    Message gone =
        messages.add(new NewMessage(ann.id(), "ann", bob.id(), "gone", null, "name", null));
    send(cem, ann, "gone too");
    store.forgetPerson(ann.id());
    assertThat(of(ann)).isEmpty();
    assertThat(of(bob)).extracting(Conversation::last).containsExactly(kept);
    assertThat(of(cem)).extracting(Conversation::last).containsExactly(kept);
    assertThat(store.exists(bob.id(), ann.id())).isFalse();
    assertThat(store.unread(ann.id())).isZero();
    assertThat(messages.after(bob.id(), ann.id(), 0, ALL)).isEmpty();
    assertThat(messages.find(bob.id(), gone.messageId())).isEmpty();
    Message anew =
        messages.add(new NewMessage(ann.id(), "ann", bob.id(), "anew", null, "name", null));
    assertThat(of(ann)).containsExactly(new Conversation(bob.id(), last(anew), 0, 0));
  }

  private Message last(Message message) {
    return messages.find(ann.id(), message.messageId()).orElseThrow();
  }

  private List<User> people(int count) {
    return Stream.generate(() -> backend.person("friend")).limit(count).toList();
  }

  private Message send(User from, User to, String text) {
    return messages.add(
        new NewMessage(from.id(), from.username(), to.id(), text, null, null, null));
  }

  private List<Conversation> of(User person) {
    return store.of(person.id(), Long.MAX_VALUE, ALL);
  }

  private long unread(User person) {
    return of(person).stream().mapToLong(Conversation::unread).sum();
  }
}
