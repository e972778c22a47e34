package lumina.live;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lumina.access.Viewer.Person;
import lumina.live.EventDetails.Detailed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads events as one person may see them now.
@Component
class EventReading {
  /// @param last the newest event that was read, even if none of its details may be sent
  /// @param full whether there may be more
  record Page(List<Event> events, long last, boolean full) {}

  private final EventLog log;
  private final Map<String, EventDetails> details;
  private final JsonMapper json;

  EventReading(EventLog log, List<EventDetails> details, JsonMapper json) {
    this.log = log;
    this.details =
        details.stream().collect(Collectors.toMap(EventDetails::type, Function.identity()));
    this.json = json;
  }

  /// Returns the newest event of a person: a new client has missed nothing up to it.
  long last(Person reader) {
    return log.last(reader.userId());
  }

  /// Whether the log still holds all events after this one.
  boolean reaches(Person reader, long number) {
    return log.reaches(reader.userId(), number);
  }

  Page after(Person reader, long number, int limit) {
    List<Event> kept = log.after(reader.userId(), number, limit);
    Long last = kept.isEmpty() ? null : kept.getLast().id();
    return new Page(detailed(reader, kept), last == null ? number : last, kept.size() == limit);
  }

  /// Adds the details to events, in their order, and drops those that have none any more.
  List<Event> detailed(Person reader, List<Event> events) {
    Map<String, Function<JsonNode, Optional<Detailed>>> found = new HashMap<>();
    events.stream()
        .filter(event -> details.containsKey(event.type()))
        .collect(
            Collectors.groupingBy(
                Event::type,
                Collectors.mapping(event -> json.readTree(event.data()), Collectors.toList())))
        .forEach(
            (type, ids) ->
                found.put(type, Objects.requireNonNull(details.get(type)).lookUp(reader, ids)));
    return events.stream().flatMap(event -> detailed(event, found.get(event.type()))).toList();
  }

  private Stream<Event> detailed(
      Event event, @Nullable Function<JsonNode, Optional<Detailed>> found) {
    if (found == null) {
      return Stream.of(event); // events of this type have no details
    }
    return found.apply(json.readTree(event.data())).stream()
        .map(
            it -> new Event(event.id(), it.type(), json.writeValueAsString(it.data()), event.at()));
  }
}
