import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Measures pages a second of the same lists with 1,000 photos and with many, in one run.
/// Run it through `bin/bench scale`.
///
/// Each round measures both one after the other, so that other load affects both equally. Pages
/// have as many photos in both: a profile, a topic and a tag have few of 1,000.
class Scale {
  private static final int FEW = 1_000;
  private static final int ROUNDS = 5;
  private static final Map<String, String> LISTS = new LinkedHashMap<>();

  static {
    LISTS.put("Home", "/api/photos?scope=home");
    LISTS.put("Explore", "/api/photos?scope=all");
    LISTS.put("a profile", "/api/photos?scope=profile&user_id=2&limit=2");
    LISTS.put("a topic", "/api/photos?scope=all&topic=Topic%207&limit=2");
    LISTS.put("a tag", "/api/photos?scope=all&tag=tag7&limit=2");
    LISTS.put("topics", "/api/topics");
    LISTS.put("search for a frequent word", "/api/photos?scope=all&q=w0");
    LISTS.put("search for the beginning of words", "/api/photos?scope=all&q=w");
    LISTS.put("search for two words", "/api/photos?scope=all&q=w0%20topic");
  }

  /// @param arguments the folder of the built Lumina, the number of photos of the large place
  public static void main(String[] arguments) throws Exception {
    Path app = Path.of(arguments[0]);
    int many = Integer.parseInt(arguments[1]);
    Place few = new Place(app, FEW, 18_086);
    Place large = new Place(app, many, 18_087);
    System.out.printf("| pages a second | %,d photos | %,d photos | ratio |%n", FEW, many);
    System.out.println("| --- | ---: | ---: | ---: |");
    Map<String, Double> ratios = new LinkedHashMap<>();
    for (Map.Entry<String, String> list : LISTS.entrySet()) {
      ratios.put(list.getKey(), report(list.getKey(), list.getValue(), few, large));
    }
    Plot.bars(
        Path.of("bench/results/scale.svg"),
        "Pages a second with %,d photos, with %,d = 1".formatted(many, FEW),
        ratios);
    few.server.stop();
    large.server.stop();
  }

  /// @return the rate with many photos divided by that with few
  private static double report(String name, String path, Place few, Place large) throws Exception {
    List<Double> ofFew = new ArrayList<>();
    List<Double> ofLarge = new ArrayList<>();
    few.rate(path);
    large.rate(path);
    for (int i = 0; i < ROUNDS; i++) {
      ofFew.add(few.rate(path));
      ofLarge.add(large.rate(path));
    }
    double pagesOfFew = Wrk.median(ofFew);
    double pagesOfLarge = Wrk.median(ofLarge);
    System.out.printf(
        "| %s | %.0f | %.0f | %.2f |%n", name, pagesOfFew, pagesOfLarge, pagesOfLarge / pagesOfFew);
    return pagesOfLarge / pagesOfFew;
  }

  private static final class Place {
    private final Running server;
    private final String address;
    private final String cookie;

    Place(Path app, int photos, int port) throws Exception {
      Path data = Files.createTempDirectory("lumina-scale");
      cookie = Fill.place(app, photos, data);
      server = Running.start(app, port, Map.of("LUMINA_DATA", data.toString()));
      address = "http://localhost:" + port;
    }

    double rate(String path) throws Exception {
      return Wrk.rate(address + path, cookie);
    }
  }
}
