package lumina.live.bus;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/// Signals between instances. A lost signal loses no event: sockets also read the log at intervals.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
@JsonSubTypes({
  @JsonSubTypes.Type(value = ClusterSignal.Wake.class, name = "wake"),
  @JsonSubTypes.Type(value = ClusterSignal.WakeAll.class, name = "wake_all"),
  @JsonSubTypes.Type(value = ClusterSignal.Whisper.class, name = "whispered"),
  @JsonSubTypes.Type(value = ClusterSignal.PhotoUpdate.class, name = "photo_news"),
  @JsonSubTypes.Type(value = ClusterSignal.EndSession.class, name = "end_session")
})
public sealed interface ClusterSignal {
  /// There are new events for these people.
  record Wake(List<Long> people) implements ClusterSignal {}

  /// There is a new event for everybody.
  record WakeAll() implements ClusterSignal {}

  /// An event for those devices of a person that are connected. They get the details as they are
  /// when it is sent.
  record Whisper(long userId, String type, String data, long at) implements ClusterSignal {}

  /// An event for those who have a photo open, except its owner. Each gets the details that they
  /// may see.
  record PhotoUpdate(String photoId, long ownerId, String type, String data, long at)
      implements ClusterSignal {}

  /// The session has ended, so its sockets close.
  record EndSession(String tokenHash) implements ClusterSignal {}
}
