package lumina.notification;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import lumina.access.Viewer.Person;
import lumina.live.EventDetails;
import lumina.live.LiveEvent;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Sends the number of unread notifications to the devices that are connected. It is counted when
/// it is sent: those who cause notifications do not wait for that, and nobody counts for people who
/// are away.
@LiveEvent(type = "notification", data = UnreadEvents.NotificationCount.class)
@Component
class UnreadEvents implements EventDetails {
  record NotificationCount(long unread) {}

  private final NotificationGroups notifications;

  UnreadEvents(NotificationGroups notifications) {
    this.notifications = notifications;
  }

  @Override
  public String type() {
    return "notification";
  }

  @Override
  public Function<JsonNode, Optional<Detailed>> lookUp(Person reader, List<JsonNode> changes) {
    var count = new NotificationCount(notifications.unread(reader));
    return _ -> Optional.of(new Detailed(type(), count));
  }
}
