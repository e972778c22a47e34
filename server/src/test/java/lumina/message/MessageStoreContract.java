package lumina.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import lumina.account.User;
import lumina.id.SortKey;
import lumina.message.ConversationStore.Conversation;
import lumina.message.Message.PersonReaction;
import lumina.message.MessageStore.MessageKey;
import lumina.message.MessageStore.NewMessage;
import lumina.stores.AtOnce;
import lumina.stores.Backend;
import lumina.text.Reaction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The contract of every message store.
@Timeout(180)
abstract class MessageStoreContract {
  private static final int ALL = 100;

  private final Backend backend;
  private final MessageStore store;
  private final User ann;
  private final User bob;
  private final User cem;

  MessageStoreContract(Backend backend) {
    this.backend = backend;
    store = backend.get(MessageStore.class);
    ann = backend.person("ann");
    bob = backend.person("bob");
    cem = backend.person("cem");
  }

  @Test
  void a_message_is_found_as_it_was_sent() {
    String text = "Ærø, 海 and 👩‍👩‍👧 \"quoted\"\n— " + "🌊".repeat(1_000);
    String photo = Backend.newId();
    long before = backend.now();
    Message sent = store.add(message(ann, bob, text, photo, "my name:1"));
    assertThat(sent.timestamp()).isBetween(before, backend.now());
    assertThat(sent)
        .isEqualTo(
            new Message(
                SortKey.of(sent.timestamp(), sent.messageId()),
                sent.messageId(),
                ann.id(),
                ann.username(),
                bob.id(),
                text,
                photo,
                "my name:1",
                sent.timestamp(),
                false,
                null,
                null,
                null));
    assertThat(all()).containsExactly(sent);
  }

  @Test
  void a_message_keeps_what_it_replies_to_and_how_the_two_people_react() {
    Message first = send(ann, bob, "hello");
    Message reply =
        store.add(
            new NewMessage(
                bob.id(), bob.username(), ann.id(), "hi", null, null, first.messageId()));
    assertThat(reply.replyTo()).isEqualTo(first.messageId());
    assertThat(store.react(reply, ann.id(), Reaction.LAUGH)).isPresent();
    assertThat(store.react(reply, bob.id(), Reaction.FIRE)).isPresent();
    Message seen = store.react(reply, ann.id(), Reaction.WOW).orElseThrow();
    assertThat(seen.reactions())
        .containsExactly(
            new PersonReaction(bob.id(), Reaction.FIRE),
            new PersonReaction(ann.id(), Reaction.WOW));
    assertThat(store.find(ann.id(), reply.messageId())).contains(seen);
    assertThat(store.react(reply, bob.id(), null).orElseThrow().reactions()).hasSize(1);
    store.empty(reply);
    assertThat(store.react(reply, ann.id(), Reaction.SAD)).isEmpty();
    assertThat(store.find(ann.id(), reply.messageId()).orElseThrow().reactions()).isEmpty();
  }

  @Test
  void either_of_the_two_finds_a_message_and_nobody_else_does() {
    Message sent = send(ann, bob, "hello");
    String id = sent.messageId();
    assertThat(store.find(ann.id(), id)).contains(sent);
    assertThat(store.find(bob.id(), id)).contains(sent);
    assertThat(store.find(bob.id(), ann.id(), id)).contains(sent);
    assertThat(store.find(cem.id(), id)).isEmpty();
    assertThat(store.find(ann.id(), cem.id(), id)).isEmpty();
    assertThat(store.find(cem.id(), ann.id(), id)).isEmpty();
  }

  @Test
  void what_was_never_sent_is_not_there() {
    assertThat(store.find(ann.id(), Backend.newId())).isEmpty();
    assertThat(store.find(ann.id(), bob.id(), Backend.newId())).isEmpty();
    assertThat(store.findByClientId(message(ann, bob, "hello", null, "name"))).isEmpty();
    assertThat(store.findByClientId(message(ann, bob, "hello", null, null))).isEmpty();
    assertThat(store.among(List.of())).isEmpty();
    assertThat(all()).isEmpty();
    assertThat(store.before(ann.id(), bob.id(), Long.MAX_VALUE, ALL)).isEmpty();
    assertThat(store.after(ann.id(), bob.id(), SortKey.endOf(backend.now()), ALL)).isEmpty();
  }

  @Test
  void messages_of_the_same_moment_stand_in_their_order_and_pages_forward_leave_none_out() {
    List<Message> sent = sendMany(7);
    List<Message> read = new ArrayList<>();
    List<Message> page = store.after(ann.id(), bob.id(), 0, 3);
    while (!page.isEmpty()) {
      assertThat(page).hasSizeLessThanOrEqualTo(3);
      read.addAll(page);
      page = store.after(ann.id(), bob.id(), page.getLast().sortKey(), 3);
    }
    assertThat(read).isEqualTo(sent);
    assertThat(read).extracting(Message::timestamp).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void pages_backward_hold_the_nearest_ones_oldest_first_and_leave_none_out() {
    List<Message> sent = sendMany(7);
    List<Message> read = new ArrayList<>();
    List<Message> page = store.before(bob.id(), ann.id(), Long.MAX_VALUE, 3);
    while (!page.isEmpty()) {
      assertThat(page).hasSizeLessThanOrEqualTo(3);
      read.addAll(0, page);
      page = store.before(bob.id(), ann.id(), page.getFirst().sortKey(), 3);
    }
    assertThat(read).isEqualTo(sent);
  }

  @Test
  void a_page_goes_on_where_the_last_one_ended_whatever_is_sent_or_taken_back_meanwhile() {
    List<Message> sent = sendMany(4);
    Message cursor = sent.get(1);
    store.empty(cursor);
    store.empty(sent.get(2));
    Message later = send(bob, ann, "later");
    assertThat(store.after(ann.id(), bob.id(), cursor.sortKey(), ALL))
        .extracting(Message::text)
        .containsExactly("", sent.get(3).text(), later.text());
    assertThat(store.before(ann.id(), bob.id(), cursor.sortKey(), ALL))
        .containsExactly(sent.getFirst());
  }

  @Test
  void conversations_do_not_mix() {
    Message toBob = send(ann, bob, "to bob");
    Message toCem = send(ann, cem, "to cem");
    send(bob, cem, "not ann's");
    assertThat(all()).containsExactly(toBob);
    assertThat(store.after(cem.id(), ann.id(), 0, ALL)).containsExactly(toCem);
    assertThat(store.before(ann.id(), cem.id(), Long.MAX_VALUE, ALL)).containsExactly(toCem);
  }

  @Test
  void after_a_moment_stands_what_is_newer_however_long_ago_or_far_ahead_it_is() {
    Message first = send(ann, bob, "first");
    backend.pass();
    Message second = send(bob, ann, "second");
    for (long longAgo : new long[] {0, 5, 999_999_999_999L}) {
      assertThat(store.after(ann.id(), bob.id(), SortKey.endOf(longAgo), ALL))
          .as("after the moment %d", longAgo)
          .containsExactly(first, second);
    }
    assertThat(store.after(ann.id(), bob.id(), SortKey.endOf(first.timestamp() - 1), ALL))
        .containsExactly(first, second);
    assertThat(store.after(ann.id(), bob.id(), SortKey.endOf(first.timestamp()), ALL))
        .containsExactly(second);
    for (long ahead :
        new long[] {second.timestamp(), 99_999_999_999_999L, 999_999_999_999_999_999L}) {
      assertThat(store.after(ann.id(), bob.id(), SortKey.endOf(ahead), ALL))
          .as("after the moment %d", ahead)
          .isEmpty();
    }
  }

  @Test
  void what_a_program_sends_twice_is_sent_once_and_others_may_call_theirs_the_same() {
    NewMessage hello = message(ann, bob, "hello", null, "name");
    Message first = store.add(hello);
    assertThat(store.add(message(ann, bob, "again", null, "name"))).isEqualTo(first);
    assertThat(store.findByClientId(hello)).contains(first);
    Message back = store.add(message(bob, ann, "back", null, "name"));
    Message toCem = store.add(message(ann, cem, "to cem", null, "name"));
    assertThat(all()).containsExactly(first, back);
    assertThat(store.findByClientId(message(ann, cem, "", null, "name"))).contains(toCem);
    assertThat(unread(bob, ann)).isEqualTo(1);
  }

  @Test
  void what_a_program_sends_several_times_at_once_is_sent_once() {
    Callable<Message> hello = () -> store.add(message(ann, bob, "hello", null, "name"));
    List<Future<Message>> all = AtOnce.all(Collections.nCopies(4, hello));
    assertThat(AtOnce.failures(all)).isEmpty();
    Message sent = all().getFirst();
    assertThat(all).extracting(Future::resultNow).containsOnly(sent);
    assertThat(all()).hasSize(1);
    assertThat(unread(bob, ann)).isEqualTo(1);
  }

  @Test
  void nothing_is_lost_or_miscounted_when_both_write_at_once() {
    List<Callable<Message>> deeds = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      deeds.add(() -> send(ann, bob, "from ann"));
      deeds.add(() -> send(bob, ann, "from bob"));
    }
    List<Future<Message>> sent = AtOnce.all(deeds);
    assertThat(AtOnce.failures(sent)).isEmpty();
    assertThat(all())
        .containsExactlyInAnyOrderElementsOf(sent.stream().map(Future::resultNow).toList());
    assertThat(all()).extracting(Message::timestamp).doesNotHaveDuplicates();
    assertThat(unread(bob, ann)).isEqualTo(3);
    assertThat(unread(ann, bob)).isEqualTo(3);
  }

  @Test
  void many_are_found_at_once_between_the_two_who_are_named() {
    Message one = send(ann, bob, "one");
    Message other = send(cem, bob, "other");
    List<MessageKey> keys =
        List.of(
            MessageKey.of(one),
            MessageKey.of(one),
            MessageKey.of(other),
            new MessageKey(ann.id(), bob.id(), Backend.newId()));
    assertThat(store.among(keys).values()).containsExactlyInAnyOrder(one, other);
    MessageKey betweenOthers = new MessageKey(ann.id(), cem.id(), one.messageId());
    assertThat(store.among(List.of(betweenOthers))).isEmpty();
  }

  @Test
  void what_is_taken_back_says_nothing_any_more_and_keeps_its_place() {
    Message before = send(ann, bob, "before");
    Message sent = store.add(message(ann, bob, "oops 🌊", Backend.newId(), "name"));
    Message after = send(bob, ann, "after");
    store.empty(sent);
    Message left = store.find(bob.id(), sent.messageId()).orElseThrow();
    assertThat(left.text()).isEmpty();
    assertThat(left.photoId()).isNull();
    assertThat(left.deleted()).isTrue();
    assertThat(all()).containsExactly(before, left, after);
    assertThat(store.add(message(ann, bob, "oops 🌊", null, "name"))).isEqualTo(left);
  }

  @Test
  void what_is_taken_back_twice_counts_as_unread_once_less() {
    List<Message> sent = IntStream.range(0, 3).mapToObj(i -> send(ann, bob, "unread")).toList();
    store.empty(sent.get(1));
    store.empty(sent.get(1));
    assertThat(unread(bob, ann)).isEqualTo(2);
  }

  @Test
  void what_was_read_and_is_taken_back_leaves_the_unread_ones_unread() {
    Message read = send(ann, bob, "read");
    send(ann, bob, "unread");
    backend.get(ConversationStore.class).read(bob.id(), ann.id(), read);
    store.empty(read);
    assertThat(unread(bob, ann)).isEqualTo(1);
  }

  private NewMessage message(
      User from, User to, String text, @Nullable String photoId, @Nullable String clientId) {
    return new NewMessage(from.id(), from.username(), to.id(), text, photoId, clientId, null);
  }

  private Message send(User from, User to, String text) {
    return store.add(message(from, to, text, null, null));
  }

  private List<Message> sendMany(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> i % 3 == 0 ? send(bob, ann, "bob " + i) : send(ann, bob, "ann " + i))
        .toList();
  }

  private List<Message> all() {
    return store.after(ann.id(), bob.id(), 0, ALL);
  }

  private long unread(User me, User other) {
    return backend.get(ConversationStore.class).of(me.id(), Long.MAX_VALUE, ALL).stream()
        .filter(conversation -> conversation.otherId() == other.id())
        .mapToLong(Conversation::unread)
        .sum();
  }
}
