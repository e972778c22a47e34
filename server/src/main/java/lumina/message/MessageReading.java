package lumina.message;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import lumina.access.Viewer.Person;
import lumina.photo.ImageAddresses;
import lumina.photo.Photo;
import lumina.photo.PhotoStore;
import org.springframework.stereotype.Component;

/// Adds to messages those of their photos that the reader may see now.
@Component
class MessageReading {
  private final PhotoStore photos;
  private final ImageAddresses addresses;

  MessageReading(PhotoStore photos, ImageAddresses addresses) {
    this.addresses = addresses;
    this.photos = photos;
  }

  List<MessageJson> json(Person reader, List<Message> messages) {
    Set<String> attached =
        messages.stream()
            .map(Message::photoId)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    Map<String, Photo> visible = photos.among(reader, attached);
    return messages.stream().map(message -> MessageJson.of(message, visible, addresses)).toList();
  }

  MessageJson json(Person reader, Message message) {
    return json(reader, List.of(message)).getFirst();
  }
}
