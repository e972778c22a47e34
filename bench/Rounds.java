import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Measures requests a second of several targets in rounds. Each round measures all of them in turn,
/// so other load on the machine affects all of them.
class Rounds {
  private static final int ROUNDS = 5;
  private static final int WARM_UPS = 3;

  /// @param yardstick the name of the target that this one is compared with
  record Target(String name, String address, String cookie, String yardstick) {}

  private final Map<Target, List<Double>> rates = new LinkedHashMap<>();

  void add(Target target) {
    rates.put(target, new ArrayList<>());
  }

  /// Adds a file that nginx serves, a yardstick of others.
  void addFile(String file) {
    String address = "http://localhost:%d/%s".formatted(Servers.NGINX, file);
    add(new Target("nginx " + file, address, "", "nginx " + file));
  }

  void run() throws Exception {
    for (int i = 0; i < WARM_UPS + ROUNDS; i++) {
      for (Target target : rates.keySet()) {
        double rate = Wrk.rate(target.address(), target.cookie());
        if (i >= WARM_UPS) {
          rates.get(target).add(rate);
        }
      }
    }
  }

  /// The median of a target by the part of the yardstick; 1 for the yardstick itself.
  Map<String, Double> ratios() {
    Map<String, Double> medians = new LinkedHashMap<>();
    rates.forEach((target, measured) -> medians.put(target.name(), Wrk.median(measured)));
    Map<String, Double> ratios = new LinkedHashMap<>();
    rates
        .keySet()
        .forEach(
            it -> ratios.put(it.name(), medians.get(it.name()) / medians.get(it.yardstick())));
    return ratios;
  }

  void print() {
    System.out.println("| requests of | a second, median | minimum | maximum | of nginx |");
    System.out.println("| --- | ---: | ---: | ---: | ---: |");
    Map<String, Double> ratios = ratios();
    rates.forEach(
        (target, measured) -> {
          List<Double> sorted = measured.stream().sorted().toList();
          System.out.printf(
              "| %s | %.0f | %.0f | %.0f | %.3f |%n",
              target.name(),
              Wrk.median(measured),
              sorted.getFirst(),
              sorted.getLast(),
              ratios.get(target.name()));
        });
  }
}
