package lumina.live;

import java.util.List;
import lumina.access.Viewer.Person;
import lumina.http.list.PageSize;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Serves the same events by polling, for networks that block WebSockets.
@RestController
class EventController {
  /// @param lastId the `after` of the next request
  record MissedEvents(long lastId, List<Event> events) {}

  private final EventReading events;

  EventController(EventReading events) {
    this.events = events;
  }

  /// Lists the events after an event; without `after`, returns only the id to begin with.
  @GetMapping("/api/events")
  MissedEvents listEvents(
      Person viewer, @RequestParam @Nullable Long after, @RequestParam @Nullable Integer limit) {
    if (after == null) {
      return new MissedEvents(events.last(viewer), List.of());
    }
    EventReading.Page missed = events.after(viewer, after, PageSize.of(limit));
    return new MissedEvents(missed.last(), missed.events());
  }
}
