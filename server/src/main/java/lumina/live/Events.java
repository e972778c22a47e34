package lumina.live;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import lumina.access.Friends;
import lumina.access.Viewer;
import lumina.account.ChangesByPeople;
import lumina.account.session.SessionEnded;
import lumina.live.bus.ClusterSignal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Sends live events to people.
///
/// `tell` keeps the event: it reaches each device of a person once and in order, also after a
/// reconnect. `whisper` reaches only devices that are connected now. Both hold ids, and never texts
/// or names, which are looked up when the event is sent ([EventDetails]).
@Component
public class Events {
  private final Outbox outbox;
  private final Friends friends;
  private final JsonMapper json;
  private final Clock clock;
  private final ChangesByPeople changes;

  Events(Outbox outbox, Friends friends, JsonMapper json, Clock clock, ChangesByPeople changes) {
    this.changes = changes;
    this.outbox = outbox;
    this.friends = friends;
    this.json = json;
    this.clock = clock;
  }

  /// Makes a change and tells of it.
  ///
  /// @param change calls the other methods, and is as [ChangesByPeople#make] says
  public <T> T with(Viewer author, Supplier<T> change) {
    return changes.make(author, change);
  }

  /// Whether nothing that [#with] has told can be missing or late.
  public boolean areComplete() {
    return changes.areComplete();
  }

  public void tell(long userId, String type, Object data) {
    tell(List.of(userId), type, data);
  }

  public void tell(Collection<Long> people, String type, Object data) {
    outbox.tell(
        List.of(new Announcement(List.copyOf(people), type, json.writeValueAsString(data), null)));
  }

  /// Tells people of things that they may know already: each person gets each event once, and the
  /// new ones in this order.
  ///
  /// @param deeds data by a name that identifies what happened, of at most 100 characters
  public void tellOnce(List<Long> people, String type, SequencedMap<String, Object> deeds) {
    outbox.tell(
        deeds.sequencedEntrySet().stream()
            .map(
                deed ->
                    new Announcement(
                        people, type, json.writeValueAsString(deed.getValue()), deed.getKey()))
            .toList());
  }

  /// Tells the owner of a photo, and those who have it open now.
  ///
  /// @param deed a name as for [#tellOnce], or null
  public void tellOfPhoto(Watched photo, String type, Object data, @Nullable String deed) {
    String written = json.writeValueAsString(data);
    outbox.tell(
        List.of(new Announcement(List.of(photo.ownerId()), type, written, deed, photo.photoId())));
  }

  /// A photo that people may have open.
  public record Watched(String photoId, long ownerId) {}

  public void tellFriends(long userId, String type, Object data) {
    tell(friends.of(userId), type, data);
  }

  /// Tells the friends of a person, and others: each once.
  public void tellFriendsAnd(Collection<Long> others, long userId, String type, Object data) {
    Set<Long> people = new TreeSet<>(friends.of(userId));
    people.addAll(others);
    tell(people, type, data);
  }

  public void tellEveryone(String type, Object data) {
    tell(List.of(EventLog.EVERYONE), type, data);
  }

  public void whisper(long userId, String type, Object data) {
    outbox.send(
        new ClusterSignal.Whisper(userId, type, json.writeValueAsString(data), clock.millis()));
  }

  @EventListener
  void ended(SessionEnded session) {
    outbox.send(new ClusterSignal.EndSession(session.tokenHash()));
  }
}
