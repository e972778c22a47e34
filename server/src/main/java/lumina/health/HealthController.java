package lumina.health;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import lumina.http.problem.Problem;
import lumina.storage.Version;
import lumina.storage.place.PlaceId;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Reports the health of this instance to operators, load balancers and scripts.
@RestController
class HealthController {
  /// The state of an instance or a store.
  enum Status {
    OK,
    DEGRADED,
    DOWN;

    @JsonValue
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// @param status `ok`, or `degraded` when an optional store is down
  /// @param stores `ok` or `down`, by name
  /// @param version the running version
  /// @param placeId the id of this place, the same on all its instances; it is random, but for the
  ///   time of the first start
  record HealthReport(Status status, Map<String, Status> stores, String version, String placeId) {}

  /// @param status `ok`
  record Liveness(Status status) {}

  private final StoreHealth stores;
  private final PlaceId place;
  private final ApplicationAvailability availability;

  HealthController(StoreHealth stores, PlaceId place, ApplicationAvailability availability) {
    this.stores = stores;
    this.place = place;
    this.availability = availability;
  }

  /// Tells whether this instance can serve people.
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
          "store_down", "Lumina waits for a store that is down: " + missing + ".");
    }
    Map<String, Status> byName = new LinkedHashMap<>();
    states.forEach(store -> byName.put(store.name(), store.up() ? Status.OK : Status.DOWN));
    Status status = byName.containsValue(Status.DOWN) ? Status.DEGRADED : Status.OK;
    return new HealthReport(status, byName, Version.running(), place.value());
  }

  /// Tells whether this process accepts requests, whatever its stores do.
  ///
  /// A replacement for this process would not bring a store back.
  @GetMapping("/api/health/live")
  Liveness getLiveness() {
    if (availability.getReadinessState() == ReadinessState.REFUSING_TRAFFIC) {
      throw new Problem.Unavailable(
          "not_serving",
          "This server accepts no requests right now. Please try again in a moment.");
    }
    return new Liveness(Status.OK);
  }
}
