package lumina.live;

import java.time.Clock;
import java.util.List;
import java.util.SequencedMap;
import lumina.access.Friends;
import lumina.account.session.SessionEnded;
import lumina.live.bus.ClusterSignal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Tells people what happens.
///
/// What is told is kept: it reaches each of a person's devices once and in order, also those that
/// come back later. What is whispered reaches only who is there now. Either holds ids, and never
/// words or names: those are looked up when it is sent ([EventDetails]).
@Component
public class Events {
  private final Outbox outbox;
  private final Friends friends;
  private final JsonMapper json;
  private final Clock clock;

  Events(Outbox outbox, Friends friends, JsonMapper json, Clock clock) {
    this.outbox = outbox;
    this.friends = friends;
    this.json = json;
    this.clock = clock;
  }

  public void tell(long userId, String type, Object data) {
    tellAll(List.of(userId), type, data);
  }

  /// Tells people of deeds of which they may have been told already: they hear of each once, and of
  /// those that are new in this order.
  ///
  /// @param deeds data by the names of deeds, which have at most 100 characters
  public void tellOnce(List<Long> people, String type, SequencedMap<String, Object> deeds) {
    outbox.tell(
        deeds.sequencedEntrySet().stream()
            .map(
                deed ->
                    new Announcement(
                        people, type, json.writeValueAsString(deed.getValue()), deed.getKey()))
            .toList());
  }

  /// Tells the owner of a photo, and whoever has it open at this moment.
  ///
  /// @param deed named as for [#tellOnce], or null
  public void tellOfPhoto(Watched photo, String type, Object data, @Nullable String deed) {
    String written = json.writeValueAsString(data);
    outbox.tell(
        List.of(new Announcement(List.of(photo.ownerId()), type, written, deed, photo.photoId())));
  }

  /// A photo that people may have open.
  public record Watched(String photoId, long ownerId) {}

  public void tellFriends(long userId, String type, Object data) {
    tellAll(friends.of(userId), type, data);
  }

  public void tellEveryone(String type, Object data) {
    tellAll(List.of(EventLog.EVERYONE), type, data);
  }

  private void tellAll(List<Long> people, String type, Object data) {
    outbox.tell(List.of(new Announcement(people, type, json.writeValueAsString(data), null)));
  }

  public void whisper(long userId, String type, Object data) {
    outbox.send(new ClusterSignal.Whisper(userId, frame(type, data)));
  }

  private String frame(String type, Object data) {
    return json.writeValueAsString(
        new Event(null, type, json.writeValueAsString(data), clock.millis()));
  }

  @EventListener
  void ended(SessionEnded session) {
    outbox.send(new ClusterSignal.EndSession(session.tokenHash()));
  }
}
