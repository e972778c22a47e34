package lumina.live;

import java.time.Clock;
import java.util.List;
import lumina.account.SessionEnded;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Tells people what happens.
///
/// What is told is kept: it reaches each of a person's devices once and in order, also those that
/// come back later. What is whispered reaches only who is there now.
@Component
public class Events {
  private final EventLog log;
  private final Outbox outbox;
  private final JsonMapper json;
  private final Clock clock;

  Events(EventLog log, Outbox outbox, JsonMapper json, Clock clock) {
    this.log = log;
    this.outbox = outbox;
    this.json = json;
    this.clock = clock;
  }

  public void tell(long userId, String type, Object data) {
    tellAll(List.of(userId), type, data, null);
  }

  /// Tells people of a deed of which they may have been told already: they hear of it once.
  ///
  /// @param deed at most 100 characters
  public void tellOnce(List<Long> people, String type, Object data, String deed) {
    tellAll(people, type, data, deed);
  }

  public void tellFriends(long userId, String type, Object data) {
    tellAll(log.friendsOf(userId), type, data, null);
  }

  public void tellEveryone(String type, Object data) {
    tellAll(List.of(EventLog.EVERYONE), type, data, null);
  }

  private void tellAll(List<Long> people, String type, Object data, @Nullable String once) {
    outbox.tell(new News(people, type, json.writeValueAsString(data), once));
  }

  public void whisper(long userId, String type, Object data) {
    outbox.send(new Signal.Whisper(userId, frame(type, data)));
  }

  /// To those who have a photo open and may see it, but for its owner.
  public void whisperToWatchers(String photoId, long ownerId, String type, Object data) {
    outbox.send(new Signal.WhisperToWatchers(photoId, ownerId, frame(type, data)));
  }

  private String frame(String type, Object data) {
    return json.writeValueAsString(
        new Event(null, type, json.writeValueAsString(data), clock.millis()));
  }

  @EventListener
  void ended(SessionEnded session) {
    outbox.send(new Signal.EndSession(session.tokenHash()));
  }
}
