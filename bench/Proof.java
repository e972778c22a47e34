import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import lumina.crash.Crashes;
import lumina.crash.Outages;
import lumina.crash.Outcome;
import lumina.stores.CloudStores;
import org.slf4j.LoggerFactory;

/// Lets Lumina and its stores fail while people use it, and compares what it had answered with what
/// is there. Run it through `bin/bench proof`.
class Proof {
  private static final int PEOPLE = 6;
  private static final int SENDERS = 10;

  /// @param arguments `everything` or `uploads`, with kills and backend; or `outages`; then a seed
  public static void main(String[] arguments) throws Exception {
    // DynamoDB Local logs each request, which costs as much as answering it.
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.ERROR);
    long seed = Long.parseLong(arguments[arguments.length - 1]);
    System.out.println(Outcome.HEADER);
    switch (arguments[0]) {
      case "outages" -> new Outages(PEOPLE, seed).run().forEach(Proof::print);
      case "uploads" -> kill(SENDERS, Crashes.Work.UPLOADS, arguments, seed);
      default -> kill(PEOPLE, Crashes.Work.EVERYTHING, arguments, seed);
    }
    System.exit(0);
  }

  private static void kill(int people, Crashes.Work work, String[] arguments, long seed)
      throws Exception {
    int kills = Integer.parseInt(arguments[1]);
    String backend = arguments[2];
    Map<String, String> settings =
        new HashMap<>(backend.equals("local") ? Map.of() : CloudStores.environment());
    settings.put("LUMINA_DATA", Files.createTempDirectory("lumina-proof").toString());
    Outcome outcome = new Crashes(settings, people, work, kills, seed).run();
    print("%,d kills, %s, %s".formatted(kills, arguments[0], backend), outcome);
  }

  private static void print(String fault, Outcome outcome) {
    System.out.println(outcome.row(fault));
    outcome.wrong().forEach(System.out::println);
  }
}
