package lumina.message;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import lumina.access.Viewer.Person;
import lumina.message.MessageJson.QuotedMessage;
import lumina.message.MessageStore.MessageKey;
import lumina.photo.ImageAddresses;
import lumina.photo.Photo;
import lumina.photo.PhotoJson;
import lumina.photo.PhotoStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Adds to messages those of their photos that the reader may see now, and what they reply to.
@Component
class MessageReading {
  private final MessageStore messages;
  private final PhotoStore photos;
  private final ImageAddresses addresses;

  MessageReading(MessageStore messages, PhotoStore photos, ImageAddresses addresses) {
    this.messages = messages;
    this.addresses = addresses;
    this.photos = photos;
  }

  List<MessageJson> json(Person reader, List<Message> some) {
    Set<String> attached =
        some.stream().map(Message::photoId).filter(Objects::nonNull).collect(Collectors.toSet());
    Map<String, Photo> visible = photos.among(reader, attached);
    Map<String, Message> quoted = quoted(some);
    return some.stream()
        .map(it -> MessageJson.of(it, photo(it, visible), quote(it, quoted)))
        .toList();
  }

  private @Nullable PhotoJson photo(Message message, Map<String, Photo> visible) {
    Photo photo = message.photoId() == null ? null : visible.get(message.photoId());
    return photo == null ? null : PhotoJson.of(photo, addresses);
  }

  MessageJson json(Person reader, Message message) {
    return json(reader, List.of(message)).getFirst();
  }

  /// Reads what these messages reply to, by id; most quote one that is among them.
  private Map<String, Message> quoted(List<Message> some) {
    Map<String, Message> known = new HashMap<>();
    some.forEach(message -> known.put(message.messageId(), message));
    Set<MessageKey> elsewhere = new HashSet<>();
    for (Message message : some) {
      String id = message.replyTo();
      if (id != null && !known.containsKey(id)) { // either of the two may have written it
        elsewhere.add(new MessageKey(message.fromUserId(), message.toUserId(), id));
        elsewhere.add(new MessageKey(message.toUserId(), message.fromUserId(), id));
      }
    }
    if (!elsewhere.isEmpty()) {
      known.putAll(messages.among(elsewhere));
    }
    return known;
  }

  private static @Nullable QuotedMessage quote(Message message, Map<String, Message> quoted) {
    String id = message.replyTo();
    Message there = id == null ? null : quoted.get(id);
    if (there != null) {
      return QuotedMessage.of(there);
    }
    return id == null ? null : QuotedMessage.gone(id);
  }
}
