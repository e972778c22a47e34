package lumina.notification;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import lumina.access.Viewer.Person;
import lumina.friend.FriendRequest;
import lumina.friend.FriendStore;
import lumina.live.EventDetails;
import lumina.live.LiveEvent;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Looks up the details of `friend_request` events: the request, as long as it is unanswered.
@LiveEvent(type = "friend_request", data = FriendRequest.class)
@Component
class RequestEvents implements EventDetails {
  private final FriendStore friends;

  RequestEvents(FriendStore friends) {
    this.friends = friends;
  }

  @Override
  public String type() {
    return "friend_request";
  }

  @Override
  public Function<JsonNode, Optional<Detailed>> lookUp(Person reader, List<JsonNode> events) {
    Map<Long, FriendRequest> pending =
        friends.pendingAmong(
            reader.userId(), events.stream().map(RequestEvents::id).collect(Collectors.toSet()));
    return event -> Optional.ofNullable(pending.get(id(event))).map(it -> new Detailed(type(), it));
  }

  private static long id(JsonNode event) {
    return event.path("id").asLong();
  }
}
