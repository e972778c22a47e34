package lumina.notification;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import lumina.access.Viewer.Person;
import lumina.account.PersonSummaries;
import lumina.account.PersonSummary;
import lumina.friend.FriendStore;
import lumina.live.EventDetails;
import lumina.live.LiveEvent;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Looks up the details of `friend_accepted` events: the new friend, as long as they are friends.
@LiveEvent(type = "friend_accepted", data = AcceptedEvents.FriendAccepted.class)
@Component
class AcceptedEvents implements EventDetails {
  private final FriendStore friends;
  private final PersonSummaries summaries;

  AcceptedEvents(FriendStore friends, PersonSummaries summaries) {
    this.friends = friends;
    this.summaries = summaries;
  }

  record FriendAccepted(long userId, String username) {}

  @Override
  public String type() {
    return "friend_accepted";
  }

  @Override
  public Function<JsonNode, Optional<Detailed>> lookUp(Person reader, List<JsonNode> events) {
    Set<Long> people = events.stream().map(AcceptedEvents::who).collect(Collectors.toSet());
    Map<Long, PersonSummary> faces =
        summaries.of(reader, friends.friendsAmong(reader.userId(), people));
    return event ->
        Optional.ofNullable(faces.get(who(event)))
            .map(face -> new Detailed(type(), new FriendAccepted(face.id(), face.username())));
  }

  private static long who(JsonNode event) {
    return event.path("user_id").asLong();
  }
}
