package lumina.message;

import java.util.Map;
import java.util.Optional;
import lumina.account.UserStore;
import lumina.account.Viewer;
import lumina.friend.FriendStore;
import lumina.http.Problem;
import lumina.live.Events;
import lumina.message.MessageStore.NewMessage;
import lumina.photo.PhotoStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Writing to a friend: the message, both sides of the conversation and the news of it, in one
/// transaction.
@Component
@Transactional
public class Messaging {
  private final MessageStore messages;
  private final ConversationStore conversations;
  private final FriendStore friends;
  private final PhotoStore photos;
  private final Events events;

  Messaging(
      MessageStore messages,
      ConversationStore conversations,
      FriendStore friends,
      PhotoStore photos,
      Events events) {
    this.messages = messages;
    this.conversations = conversations;
    this.friends = friends;
    this.photos = photos;
    this.events = events;
  }

  /// Sends it, unless the same `client_id` was sent before: then that first message is returned.
  ///
  /// @throws Problem.Forbidden if they are no friends
  /// @throws Problem.NotFound if the photo is not for the sender's eyes
  Message send(Viewer from, NewMessage message) {
    if (message.clientId() != null) {
      Optional<Message> first = messages.findByClientId(message.from(), message.clientId());
      if (first.isPresent()) {
        return first.get();
      }
    }
    if (!friends.areFriends(message.from(), message.to())) {
      throw notFriends();
    }
    if (message.photoId() != null && photos.find(from, message.photoId()).isEmpty()) {
      throw new Problem.NotFound("photo");
    }
    Message sent = messages.add(message);
    conversations.sent(sent);
    tellBoth(sent, "message", MessageJson.withoutPhoto(sent));
    return sent;
  }

  /// Plain words to a friend.
  public void send(Viewer from, long to, String text) {
    var _ = send(from, new NewMessage(from.userId(), to, text, null, null));
  }

  static Problem notFriends() {
    return new Problem.Forbidden("not_friends", "Only friends can write to each other.");
  }

  /// Empties a message for both; its place stays.
  void delete(Message message) {
    messages.empty(message);
    tellBoth(message, "message_deleted", Map.of("message_id", message.messageId()));
  }

  void read(long me, long other, Message newest) {
    if (conversations.read(me, other, newest.sequence())) {
      Map<String, Object> read =
          Map.of("user_id", me, "message_id", newest.messageId(), "timestamp", newest.timestamp());
      events.tell(other, "message_read", read);
      events.tell(me, "message_read", read);
    }
  }

  private void tellBoth(Message message, String type, Object data) {
    events.tell(message.toUserId(), type, data);
    events.tell(message.fromUserId(), type, data);
  }

  /// @throws Problem.Forbidden if they are no friends and never wrote to each other
  @Transactional(readOnly = true)
  void requireConversation(UserStore users, long me, long other) {
    if (me == other) {
      throw new Problem.Invalid("user_id", "to_yourself", "You cannot write to yourself.");
    }
    users.require(other);
    if (!friends.areFriends(me, other) && conversations.lastSequence(me, other).isEmpty()) {
      throw notFriends();
    }
  }
}
