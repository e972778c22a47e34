package lumina.message;

import java.util.List;
import java.util.Optional;
import lumina.access.Permission;
import lumina.access.Viewer.Person;
import lumina.account.UserStore;
import lumina.http.list.Cursor;
import lumina.http.list.Page;
import lumina.http.list.PageRequest;
import lumina.http.list.PageSize;
import lumina.http.problem.Problem;
import lumina.http.problem.Required;
import lumina.id.Id;
import lumina.id.SortKey;
import lumina.message.MessageStore.NewMessage;
import lumina.text.FieldLimit;
import lumina.text.Reaction;
import lumina.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/messages")
class MessageController {
  private static final FieldLimit TEXT = new FieldLimit("text", 4_000);
  private static final FieldLimit CLIENT_ID = new FieldLimit("client_id", 100);

  /// @param showPhoto lets the receiver see the photo, if it is mine, as long as the message
  ///   exists, whatever its audience
  /// @param replyTo the id of another message of the conversation
  record SendMessageRequest(
      @Nullable Long toUserId,
      @Nullable String text,
      @Nullable String clientId,
      @Nullable String photoId,
      @Nullable Boolean showPhoto,
      @Nullable String replyTo) {}

  /// @param reaction one of ❤️ 😂 😮 😢 👏 🔥
  record ReactToMessageRequest(@Nullable String reaction) {}

  record MarkMessagesReadRequest(@Nullable Long userId, @Nullable String messageId) {}

  /// The part of a conversation to read, instead of pages from the oldest message on.
  ///
  /// @param before the id of a message: those just before it
  /// @param after the id of a message, or a time in milliseconds: those after it
  record Around(@Nullable String before, @Nullable String after) {}

  private final Messaging messaging;
  private final MessageStore messages;
  private final UserStore users;
  private final MessageReading reading;

  MessageController(
      Messaging messaging, MessageStore messages, UserStore users, MessageReading reading) {
    this.messaging = messaging;
    this.messages = messages;
    this.users = users;
    this.reading = reading;
  }

  /// Sends a message to a friend; a repeated `client_id` sends nothing new.
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  MessageJson sendMessage(Person viewer, @RequestBody SendMessageRequest draft) {
    long to = Required.field("to_user_id", draft.toUserId(), "Please say to whom.");
    if (viewer.is(to)) {
      throw new Problem.Invalid("to_user_id", "to_yourself", "You cannot write to yourself.");
    }
    users.require(to);
    String text = Text.optional(TEXT, draft.text());
    if (text.isEmpty() && draft.photoId() == null) {
      throw new Problem.Invalid("text", "missing_field", "Please fill in the text.");
    }
    String clientId = Text.optional(CLIENT_ID, draft.clientId());
    NewMessage message =
        new NewMessage(
            viewer.userId(),
            viewer.username(),
            to,
            text,
            draft.photoId(),
            clientId.isEmpty() ? null : clientId,
            draft.replyTo());
    boolean shows = Boolean.TRUE.equals(draft.showPhoto());
    return reading.json(viewer, messaging.send(viewer, message, shows));
  }

  /// Lists the messages with a person, oldest first.
  ///
  /// Without `limit`, `before` or `after` it lists the latest 200, as clients that poll every few
  /// seconds expect.
  @GetMapping
  ResponseEntity<List<MessageJson>> listMessages(
      Person viewer, @RequestParam(name = "user_id") long other, Around around, PageRequest page) {
    long me = viewer.userId();
    messaging.requireConversation(users, me, other);
    Page<Message> read;
    if (page.cursor() == null && around.before() != null) {
      long sortKey = sortKeyOf("before", me, other, around.before());
      read = new Page<>(messages.before(me, other, sortKey, PageSize.of(page.limit())), null);
    } else if (around.after() == null && page.limit() == null && page.cursor() == null) {
      read = new Page<>(messages.before(me, other, SortKey.NEWEST, PageSize.MAX), null);
    } else {
      long start = around.after() == null ? 0 : endOf(me, other, around.after());
      read = from(start, me, other, page);
    }
    return new Page<>(reading.json(viewer, read.items()), read.next()).toResponse();
  }

  /// @param start the sort key after which the first page begins
  private Page<Message> from(long start, long me, long other, PageRequest page) {
    Cursor list = new Cursor("messages %d %d".formatted(me, other));
    int limit = PageSize.of(page.limit());
    List<Message> read = messages.after(me, other, list.read(page.cursor(), start), limit + 1);
    return Page.of(read, limit, message -> list.at(message.sortKey()));
  }

  private long endOf(long me, long other, String after) {
    return after.matches("\\d{1,18}")
        ? SortKey.endOf(Long.parseLong(after))
        : sortKeyOf("after", me, other, after);
  }

  private long sortKeyOf(String field, long me, long other, String messageId) {
    return Optional.of(messageId)
        .filter(Id::isPossible)
        .flatMap(id -> messages.find(me, other, id))
        .orElseThrow(
            () -> new Problem.Invalid(field, "invalid_cursor", "There is no such message here."))
        .sortKey();
  }

  /// Deletes a message of mine, for both.
  @DeleteMapping("/{messageId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void deleteMessage(Person viewer, @PathVariable String messageId) {
    Message message = find(viewer, messageId);
    Permission.toDeleteMessage(message.fromUserId()).require(viewer.userId());
    messaging.delete(message);
  }

  /// Reacts to a message of a conversation of mine; replaces my reaction before.
  @PutMapping("/{messageId}/reaction")
  MessageJson reactToMessage(
      Person viewer, @PathVariable String messageId, @RequestBody ReactToMessageRequest body) {
    String emoji = Required.field("reaction", body.reaction(), "Please choose a reaction.");
    Reaction reaction = Reaction.of(emoji);
    return reading.json(viewer, messaging.react(viewer, find(viewer, messageId), reaction));
  }

  /// Takes my reaction to a message back; does nothing if there is none.
  @DeleteMapping("/{messageId}/reaction")
  MessageJson removeMessageReaction(Person viewer, @PathVariable String messageId) {
    return reading.json(viewer, messaging.react(viewer, find(viewer, messageId), null));
  }

  private Message find(Person viewer, String messageId) {
    return messages
        .find(viewer.userId(), messageId)
        .orElseThrow(() -> new Problem.NotFound("message"));
  }

  /// Marks the messages of a person as read, up to one of them or all.
  @PostMapping("/read")
  void markMessagesRead(Person viewer, @RequestBody MarkMessagesReadRequest mark) {
    long other = Required.field("user_id", mark.userId(), "Please say whose messages.");
    long me = viewer.userId();
    messaging.requireConversation(users, me, other);
    if (mark.messageId() == null) {
      messaging.readAll(me, other);
    } else {
      messages
          .find(me, other, Id.require("message", mark.messageId()))
          .ifPresent(message -> messaging.read(me, other, message));
    }
  }
}
