import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Measures images of each size: requests a second of one or more builds of Lumina and of nginx with
/// the same files, and how long the first and the next request of an image take. Run it through
/// `bin/bench images`.
class Images {
  private static final List<String> SIZES = List.of("thumb", "small", "medium", "large");
  private static final int PHOTOS_A_SIZE = 20;

  public static void main(String[] arguments) throws Exception {
    List<Place> places = new ArrayList<>();
    for (String app : arguments) {
      Place place = new Place(Path.of(app), 18_084 + places.size());
      place.fill(0, PHOTOS_A_SIZE * SIZES.size());
      places.add(place);
    }
    Place first = places.getFirst();
    Path files = Files.createTempDirectory("lumina-nginx");
    Files.write(files.resolve("1k"), new byte[1_024]);
    Rounds rounds = new Rounds();
    for (String size : SIZES) {
      byte[] image = first.get(first.image(size));
      Files.write(files.resolve(size), image);
      System.out.printf("%s: %.1f KB%n", size, image.length / 1024.0);
      rounds.addFile(size);
    }
    Servers.nginx(files);
    for (Place place : places) {
      SIZES.forEach(size -> rounds.add(place.target(size, place.image(size), size)));
    }
    rounds.run();
    rounds.print();
    printLatencies(places.getLast());
    Plot.bars(
        Path.of("bench/results/images.svg"), "Images a second, nginx = 1", rounds.ratios());
    for (Place place : places) {
      place.end();
    }
  }

  /// Each photo is requested in one size only, because what is cached is the same for all sizes.
  private static void printLatencies(Place place) throws Exception {
    System.out.println("\n| milliseconds, median | first request | next request |");
    System.out.println("| --- | ---: | ---: |");
    for (int i = 0; i < SIZES.size(); i++) {
      List<Double> cold = new ArrayList<>();
      List<Double> cached = new ArrayList<>();
      // The newest photo was requested before.
      for (int photo = i * PHOTOS_A_SIZE + 1; photo < (i + 1) * PHOTOS_A_SIZE; photo++) {
        String image = place.image(photo, SIZES.get(i));
        cold.add(place.latency(image));
        cached.add(place.latency(image));
      }
      System.out.printf(
          "| %s | %.2f | %.2f |%n", SIZES.get(i), Wrk.median(cold), Wrk.median(cached));
    }
  }
}
