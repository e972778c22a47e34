package lumina.message;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lumina.access.Viewer.Person;
import lumina.account.PersonSummaries;
import lumina.account.PersonSummary;
import lumina.account.User;
import lumina.friend.FriendStore;
import lumina.http.list.Cursor;
import lumina.http.list.Page;
import lumina.http.list.PageRequest;
import lumina.http.list.PageSize;
import lumina.id.SortKey;
import lumina.message.ConversationStore.Conversation;
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

  record UnreadMessages(long unread) {}

  private final ConversationStore conversations;
  private final PersonSummaries summaries;
  private final FriendStore friends;
  private final MessageReading reading;

  ConversationController(
      ConversationStore conversations,
      PersonSummaries summaries,
      FriendStore friends,
      MessageReading reading) {
    this.conversations = conversations;
    this.summaries = summaries;
    this.friends = friends;
    this.reading = reading;
  }

  /// Lists my conversations with their last messages, newest first.
  @GetMapping
  ResponseEntity<List<ConversationJson>> listConversations(Person viewer, PageRequest page) {
    Cursor cursor = new Cursor("conversations " + viewer.userId());
    int limit = PageSize.of(page.limit());
    long before = cursor.read(page.cursor(), SortKey.NEWEST);
    Page<Conversation> read =
        Page.of(
            conversations.of(viewer.userId(), before, limit + 1),
            limit,
            conversation -> cursor.at(conversation.last().sortKey()));
    return new Page<>(json(viewer, read.items()), read.next()).toResponse();
  }

  private List<ConversationJson> json(Person viewer, List<Conversation> some) {
    Set<Long> others = some.stream().map(Conversation::otherId).collect(Collectors.toSet());
    Map<Long, PersonSummary> faces = summaries.of(viewer, others);
    Set<Long> friendly = friends.friendsAmong(viewer.userId(), others);
    Map<String, MessageJson> last =
        reading.json(viewer, some.stream().map(Conversation::last).toList()).stream()
            .collect(Collectors.toMap(MessageJson::messageId, message -> message));
    return some.stream()
        .flatMap(
            c ->
                Stream.ofNullable(faces.get(c.otherId()))
                    .map(
                        face ->
                            json(
                                c,
                                face,
                                friendly.contains(c.otherId()),
                                last.get(c.last().messageId()))))
        .toList();
  }

  private static ConversationJson json(
      Conversation c, PersonSummary other, boolean friends, @Nullable MessageJson last) {
    return new ConversationJson(
        other.id(),
        other.username(),
        other.hidden() ? null : User.pictureUrl(other.id(), other.picture()),
        friends,
        last,
        c.unread(),
        other.hidden() ? 0 : c.readUntil());
  }

  /// Counts the conversations with messages that I have not read.
  @GetMapping("/unread")
  UnreadMessages countUnreadMessages(Person viewer) {
    return new UnreadMessages(conversations.unread(viewer.userId()));
  }
}
