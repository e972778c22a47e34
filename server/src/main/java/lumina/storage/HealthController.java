package lumina.storage;

import java.util.LinkedHashMap;
import java.util.List;
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
  /// @param status `ok`, or `degraded` when something is down that people can do without
  /// @param stores `ok` or `down`, by name
  /// @param version the one that runs here
  record Healthy(String status, Map<String, String> stores, String version) {}

  /// @param status `ok`
  record Alive(String status) {}

  private final StoreHealth stores;
  private final ApplicationAvailability availability;

  HealthController(StoreHealth stores, ApplicationAvailability availability) {
    this.stores = stores;
    this.availability = availability;
  }

  /// Whether people can be served.
  @GetMapping("/api/health")
  Healthy health() {
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
    Map<String, String> byName = new LinkedHashMap<>();
    states.forEach(store -> byName.put(store.name(), store.up() ? "ok" : "down"));
    String status = byName.containsValue("down") ? "degraded" : "ok";
    return new Healthy(status, byName, Version.running());
  }

  /// Whether this process takes requests, whatever its stores do: putting another one in its place
  /// would not bring a store back.
  @GetMapping("/api/health/live")
  Alive live() {
    if (availability.getReadinessState() == ReadinessState.REFUSING_TRAFFIC) {
      throw new Problem.Unavailable(
          "not_serving", "This instance takes no requests just now. Please try again in a moment.");
    }
    return new Alive("ok");
  }
}
