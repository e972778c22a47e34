import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Measures requests a second of one or more builds of Lumina, of nginx with files of the same size,
/// and of Tomcat alone. Run it through `bin/bench requests`.
class Requests {
  private static final int PHOTOS = 199;

  public static void main(String[] arguments) throws Exception {
    List<Place> places = new ArrayList<>();
    for (String app : arguments) {
      Place place = new Place(Path.of(app), 18_084 + places.size());
      place.fill(PHOTOS, 1);
      places.add(place);
    }
    if (Boolean.getBoolean("metrics")) {
      Path app = Path.of(arguments[arguments.length - 1]);
      places.add(new Place("with metrics", app, 18_088, Map.of("METRICS_PORT", "18089")));
      places.getLast().fill(PHOTOS, 1);
    }
    Place first = places.getFirst();
    Path files = Files.createTempDirectory("lumina-nginx");
    Files.write(files.resolve("1k"), new byte[1_024]);
    Files.write(files.resolve("thumb"), first.get(first.image("thumb")));
    Files.write(files.resolve("large"), first.get(first.image("large")));
    Servers.nginx(files);
    Servers.tomcat(Path.of(arguments[0]));
    Rounds rounds = new Rounds();
    List.of("1k", "thumb", "large").forEach(rounds::addFile);
    String tomcat = "http://localhost:%d/".formatted(Servers.TOMCAT);
    rounds.add(new Rounds.Target("Tomcat alone, 1k", tomcat, "", "nginx 1k"));
    places.forEach(place -> targets(place).forEach(rounds::add));
    rounds.run();
    rounds.print();
    Plot.bars(
        Path.of("bench/results/requests.svg"), "Requests a second, nginx = 1", rounds.ratios());
    for (Place place : places) {
      place.end();
    }
  }

  private static List<Rounds.Target> targets(Place place) {
    return List.of(
        place.target("live", "/api/health/live", "1k"),
        place.target("me", "/api/auth/me", "1k"),
        place.target("Explore of 1", "/api/photos?scope=all&limit=1", "1k"),
        place.target("Explore of 50", "/api/photos?scope=all&limit=50", "1k"),
        place.target("Home of 50", "/api/photos?limit=50", "1k"),
        place.target("thumb", place.image("thumb"), "thumb"),
        place.target("large", place.image("large"), "large"));
  }
}
