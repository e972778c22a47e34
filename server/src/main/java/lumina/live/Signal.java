package lumina.live;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/// What instances let each other know. A lost one loses nothing: sockets look for news of their own
/// accord now and then.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
@JsonSubTypes({
  @JsonSubTypes.Type(value = Signal.Wake.class, name = "wake"),
  @JsonSubTypes.Type(value = Signal.WakeAll.class, name = "wake_all"),
  @JsonSubTypes.Type(value = Signal.Whisper.class, name = "whisper"),
  @JsonSubTypes.Type(value = Signal.PhotoNews.class, name = "photo_news"),
  @JsonSubTypes.Type(value = Signal.EndSession.class, name = "end_session")
})
sealed interface Signal {
  /// There are events for these people.
  record Wake(List<Long> people) implements Signal {}

  /// There is an event for everybody.
  record WakeAll() implements Signal {}

  /// A frame for whoever of a person's devices is there.
  record Whisper(long userId, String frame) implements Signal {}

  /// An event for those who have a photo open, but for its owner. Each hears of it what they may.
  record PhotoNews(String photoId, long ownerId, String type, String data, long at)
      implements Signal {}

  /// The sockets of this session close.
  record EndSession(String tokenHash) implements Signal {}
}
