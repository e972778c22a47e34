package lumina.storage;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import lumina.http.problem.Problem;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Tells people who run Lumina, load balancers and scripts how this instance is.
@RestController
class HealthController {
  /// How something is.
  enum Status {
    OK,
    DEGRADED,
    DOWN;

    @JsonValue
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// @param status `ok`, or `degraded` when something is down that people can do without
  /// @param stores `ok` or `down`, by name
  /// @param version the one that runs here
  record HealthReport(Status status, Map<String, Status> stores, String version) {}

  /// @param status `ok`
  record Liveness(Status status) {}

  private final StoreHealth stores;
  private final ApplicationAvailability availability;

  HealthController(StoreHealth stores, ApplicationAvailability availability) {
    this.stores = stores;
    this.availability = availability;
  }

  /// Tells whether people can be served.
  @GetMapping("/api/health")
  HealthReport getHealth() {
    List<StoreHealth.State> states = stores.states();
    String missing =
        states.stream()
            .filter(store -> store.needed() && !store.up())
            .map(StoreHealth.State::name)
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      throw new Problem.Unavailable(
          "store_down", "Lumina waits for a store that does not answer: " + missing + ".");
    }
    Map<String, Status> byName = new LinkedHashMap<>();
    states.forEach(store -> byName.put(store.name(), store.up() ? Status.OK : Status.DOWN));
    Status status = byName.containsValue(Status.DOWN) ? Status.DEGRADED : Status.OK;
    return new HealthReport(status, byName, Version.running());
  }

  /// Tells whether this process takes requests, whatever its stores do.
  ///
  /// Putting another one in its place would not bring a store back.
  @GetMapping("/api/health/live")
  Liveness getLiveness() {
    if (availability.getReadinessState() == ReadinessState.REFUSING_TRAFFIC) {
      throw new Problem.Unavailable(
          "not_serving", "This instance takes no requests just now. Please try again in a moment.");
    }
    return new Liveness(Status.OK);
  }
}
