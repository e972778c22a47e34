package lumina.message;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import lumina.access.PhotoReaders;
import lumina.access.Viewer.Person;
import lumina.account.UserStore;
import lumina.friend.FriendStore;
import lumina.http.problem.Problem;
import lumina.id.Id;
import lumina.id.SortKey;
import lumina.live.Events;
import lumina.message.MessageStore.NewMessage;
import lumina.photo.PhotoStore;
import lumina.text.Reaction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Sends messages to friends. It first stores the message and then sends one event for it: a
/// repeated request after a lost answer also repeats an event that was lost.
@Component
public class Messaging {
  private static final int UNDER_WAY = 20;
  private static final Duration UNDER_WAY_FOR = Duration.ofMinutes(1);

  /// The photos of messages: who may attach one, and to whom it is shown.
  @Component
  static final class AttachedPhotos {
    private final PhotoStore photos;
    private final PhotoReaders readers;

    AttachedPhotos(PhotoStore photos, PhotoReaders readers) {
      this.photos = photos;
      this.readers = readers;
    }

    private void require(Person from, String photoId) {
      if (!photos.sees(from, photoId)) {
        throw new Problem.NotFound("photo");
      }
    }

    private void show(Message sent) {
      if (sent.photoId() != null) {
        readers.add(sent.messageId(), sent.photoId(), sent.fromUserId(), sent.toUserId());
      }
    }

    private void hide(Message message) {
      readers.remove(message.messageId());
    }
  }

  private final MessageStore messages;
  private final ConversationStore conversations;
  private final FriendStore friends;
  private final AttachedPhotos photos;
  private final Events events;

  Messaging(
      MessageStore messages,
      ConversationStore conversations,
      FriendStore friends,
      AttachedPhotos photos,
      Events events) {
    this.messages = messages;
    this.conversations = conversations;
    this.friends = friends;
    this.photos = photos;
    this.events = events;
  }

  /// Sends a message, unless the same `client_id` was sent before: then returns that first message.
  ///
  /// @param showsPhoto lets the receiver see the photo, if it is the sender's, as long as the
  ///   message exists
  /// @throws Problem.Forbidden if they are not friends
  /// @throws Problem.NotFound if the sender cannot see the photo, or there is no such message to
  ///   which to reply
  /// @throws Problem.Unauthorized if the sender's account is deleted
  Message send(Person from, NewMessage message, boolean showsPhoto) {
    return events.with(
        from,
        () -> {
          Optional<Message> first = messages.findByClientId(message);
          if (first.isEmpty()) {
            requireAllowed(from, message);
          }
          Message sent = first.orElseGet(() -> messages.add(message));
          if (showsPhoto) {
            show(sent);
          }
          return told(sent);
        });
  }

  /// A message that is sent again may be deleted meanwhile.
  private void show(Message sent) {
    photos.show(sent);
    if (messages
        .find(sent.fromUserId(), sent.toUserId(), sent.messageId())
        .filter(message -> !message.deleted())
        .isEmpty()) {
      photos.hide(sent);
    }
  }

  private void requireAllowed(Person from, NewMessage message) {
    if (!friends.areFriends(message.from(), message.to())) {
      throw notFriends();
    }
    if (message.photoId() != null) {
      photos.require(from, message.photoId());
    }
    if (message.replyTo() != null) {
      String quoted = Id.require("message", message.replyTo());
      var _ =
          messages
              .find(message.from(), message.to(), quoted)
              .orElseThrow(() -> new Problem.NotFound("message"));
    }
  }

  /// Sends the event, and those of the messages just before, in case theirs are not sent yet: so
  /// events have the order of the list.
  private Message told(Message sent) {
    SequencedMap<String, Object> deeds = new LinkedHashMap<>();
    if (!events.areComplete()) {
      underWay(sent).forEach(before -> deeds.put(deed(before), MessageEvents.Ids.of(before)));
    }
    deeds.put(deed(sent), MessageEvents.Ids.of(sent));
    events.tellOnce(List.of(sent.toUserId(), sent.fromUserId()), "message", deeds);
    return sent;
  }

  private Stream<Message> underWay(Message sent) {
    long begin = sent.timestamp() - UNDER_WAY_FOR.toMillis();
    return messages.before(sent.fromUserId(), sent.toUserId(), sent.sortKey(), UNDER_WAY).stream()
        .filter(before -> before.timestamp() >= begin);
  }

  private static String deed(Message message) {
    return "message " + message.messageId();
  }

  /// Sends a message without photo or `client_id`.
  ///
  /// @param replyTo the id of another message of the conversation, or null
  public Message send(Person from, long to, String text, @Nullable String replyTo) {
    NewMessage message =
        new NewMessage(from.userId(), from.username(), to, text, null, null, replyTo);
    return send(from, message, false);
  }

  static Problem notFriends() {
    return new Problem.Forbidden("not_friends", "Only friends can write to each other.");
  }

  /// Sets how a person reacts to a message of theirs or to them.
  ///
  /// @param reaction null to take it back, which people may also if they are not friends any more
  /// @throws Problem.NotFound if the message is deleted
  /// @throws Problem.Forbidden if they are not friends
  public Message react(Person person, Message message, @Nullable Reaction reaction) {
    if (reaction != null && !friends.areFriends(message.fromUserId(), message.toUserId())) {
      throw notFriends();
    }
    Message after =
        messages
            .react(message, person.userId(), reaction)
            .orElseThrow(() -> new Problem.NotFound("message"));
    tellBoth(after, "message_reaction", MessageEvents.Ids.of(after));
    return after;
  }

  /// Deletes the content of a message for both people; the empty message stays in the list. The
  /// photo goes first, so that no failure leaves it visible, and again in case the message was sent
  /// again meanwhile.
  void delete(Message message) {
    photos.hide(message);
    messages.empty(message);
    photos.hide(message);
    tellBoth(message, "message_deleted", new MessageEvents.MessageDeleted(message.messageId()));
  }

  /// Marks all messages of a conversation as read.
  public void readAll(long me, long other) {
    messages.before(me, other, SortKey.NEWEST, 1).forEach(newest -> read(me, other, newest));
  }

  void read(long me, long other, Message newest) {
    if (conversations.read(me, other, newest)) {
      var read = new ReadEvents.MessageRead(me, newest.messageId(), newest.timestamp());
      events.tell(other, "message_read", read);
      events.tell(me, "message_read", read);
    }
  }

  private void tellBoth(Message message, String type, Object data) {
    events.tell(message.toUserId(), type, data);
    events.tell(message.fromUserId(), type, data);
  }

  /// @throws Problem.Forbidden if they are not friends and have no conversation
  void requireConversation(UserStore users, long me, long other) {
    if (me == other) {
      throw new Problem.Invalid("user_id", "to_yourself", "You cannot write to yourself.");
    }
    users.require(other);
    if (!friends.areFriends(me, other) && !conversations.exists(me, other)) {
      throw notFriends();
    }
  }
}
