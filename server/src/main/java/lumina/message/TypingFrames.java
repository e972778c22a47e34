package lumina.message;

import lumina.access.Viewer.Person;
import lumina.friend.FriendStore;
import lumina.live.Events;
import lumina.live.LiveEvent;
import lumina.live.LiveFrames;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Tells a friend that a person is typing. Frames for anybody else are silently ignored.
@LiveEvent(type = "typing", data = TypingFrames.Typing.class)
@Component
class TypingFrames implements LiveFrames {
  private final FriendStore friends;
  private final Events events;

  record Typing(long userId) {}

  TypingFrames(FriendStore friends, Events events) {
    this.friends = friends;
    this.events = events;
  }

  @Override
  public String type() {
    return "typing";
  }

  @Override
  public void take(Person from, JsonNode frame) {
    JsonNode to = frame.path("to_user_id");
    if (!to.isIntegralNumber()) {
      throw new IllegalArgumentException("to whom?");
    }
    if (friends.areFriends(from.userId(), to.asLong())) {
      events.whisper(to.asLong(), "typing", new Typing(from.userId()));
    }
  }
}
