package lumina.live.bus;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/// What instances let each other know. A lost one loses nothing: sockets look for news of their own
/// accord now and then.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
@JsonSubTypes({
  @JsonSubTypes.Type(value = ClusterSignal.Wake.class, name = "wake"),
  @JsonSubTypes.Type(value = ClusterSignal.WakeAll.class, name = "wake_all"),
  @JsonSubTypes.Type(value = ClusterSignal.Whisper.class, name = "whisper"),
  @JsonSubTypes.Type(value = ClusterSignal.PhotoUpdate.class, name = "photo_news"),
  @JsonSubTypes.Type(value = ClusterSignal.EndSession.class, name = "end_session")
})
public sealed interface ClusterSignal {
  /// There are events for these people.
  record Wake(List<Long> people) implements ClusterSignal {}

  /// There is an event for everybody.
  record WakeAll() implements ClusterSignal {}

  /// A frame for whoever of a person's devices is there.
  record Whisper(long userId, String frame) implements ClusterSignal {}

  /// An event for those who have a photo open, but for its owner. Each hears of it what they may.
  record PhotoUpdate(String photoId, long ownerId, String type, String data, long at)
      implements ClusterSignal {}

  /// The sockets of this session close.
  record EndSession(String tokenHash) implements ClusterSignal {}
}
