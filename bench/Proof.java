import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lumina.stores.CloudStores;
import lumina.survival.Crashes;
import lumina.survival.FragileMachine;
import lumina.survival.FragileStores;
import lumina.survival.Outages;
import lumina.survival.Outcome;
import org.slf4j.LoggerFactory;

/// Lets Lumina and its stores fail while people use it, and compares what it had answered with what
/// is there. Run it through `bin/bench proof`.
class Proof {
  private static final PrintStream TABLE = System.out;
  private static final int PEOPLE = 6;
  private static final int SENDERS = 10;
  private static final int ROUND = 20;

  /// @param arguments `everything`, `uploads` or `instances`, with kills and backend; or `stores` or
  ///     `machine`; then a seed
  public static void main(String[] arguments) throws Exception {
    // What the stores and a Lumina in this process say is not part of the table.
    System.setOut(System.err);
    // DynamoDB Local logs each request, which costs as much as answering it.
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.ERROR);
    long seed = Long.parseLong(arguments[arguments.length - 1]);
    TABLE.println(Outcome.HEADER);
    switch (arguments[0]) {
      case "stores" -> new Outages(PEOPLE, seed).run(new FragileStores(), Proof::print);
      case "machine" -> {
        FragileMachine machine = new FragileMachine();
        new Outages(PEOPLE, seed).run(machine, Proof::print);
        machine.stop();
      }
      default -> kill(arguments, seed);
    }
    System.exit(0);
  }

  /// Compares after each round, so that a run that is stopped has shown something.
  private static void kill(String[] arguments, long seed) throws Exception {
    int kills = Integer.parseInt(arguments[1]);
    List<Outcome> rounds = new ArrayList<>();
    for (int done = 0; done < kills; done += ROUND) {
      Outcome outcome = round(arguments, Math.min(ROUND, kills - done), seed + done);
      rounds.add(outcome);
      print("seed %d".formatted(seed + done), outcome);
    }
    String fault = "%,d kills, %s, %s".formatted(kills, arguments[0], arguments[2]);
    TABLE.println(Outcome.sum(rounds).row("**%s**".formatted(fault)));
  }

  private static Outcome round(String[] arguments, int kills, long seed) throws Exception {
    Map<String, String> settings =
        new HashMap<>(arguments[2].equals("local") ? Map.of() : CloudStores.environment());
    settings.put("LUMINA_DATA", Files.createTempDirectory("lumina-proof").toString());
    boolean uploads = arguments[0].equals("uploads");
    return new Crashes(
            settings,
            arguments[0].equals("instances") ? 2 : 1,
            uploads ? SENDERS : PEOPLE,
            uploads ? Crashes.Work.UPLOADS : Crashes.Work.EVERYTHING,
            kills,
            seed)
        .run();
  }

  private static void print(String fault, Outcome outcome) {
    TABLE.println(outcome.row(fault));
    outcome.wrong().forEach(TABLE::println);
  }
}
