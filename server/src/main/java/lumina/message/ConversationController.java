package lumina.message;

import java.util.List;
import lumina.account.User;
import lumina.account.Viewer;
import lumina.http.Limit;
import lumina.http.PageForm;
import lumina.message.ConversationStore.Conversation;
import lumina.photo.PhotoStore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/conversations")
class ConversationController {
  record ConversationJson(
      long userId,
      String username,
      @Nullable String pictureUrl,
      boolean friends,
      @Nullable MessageJson lastMessage,
      long unread,
      long readUntil) {}

  record Unread(long unread) {}

  private final ConversationStore conversations;
  private final MessageStore messages;
  private final PhotoStore photos;

  ConversationController(
      ConversationStore conversations, MessageStore messages, PhotoStore photos) {
    this.conversations = conversations;
    this.messages = messages;
    this.photos = photos;
  }

  @GetMapping
  ResponseEntity<List<ConversationJson>> list(Viewer viewer, PageForm page) {
    return conversations
        .list(viewer.userId(), Limit.of(page.limit()), page.cursor())
        .map(conversation -> json(viewer, conversation))
        .toResponse();
  }

  @GetMapping("/unread")
  Unread unread(Viewer viewer) {
    return new Unread(conversations.unread(viewer.userId()));
  }

  private ConversationJson json(Viewer viewer, Conversation c) {
    return new ConversationJson(
        c.userId(),
        c.username(),
        User.pictureUrl(c.userId(), c.picture()),
        c.friends(),
        messages
            .find(viewer.userId(), c.lastMessageId())
            .map(message -> MessageJson.of(message, viewer, photos))
            .orElse(null),
        c.unread(),
        c.readUntil());
  }
}
