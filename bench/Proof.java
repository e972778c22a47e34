import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import lumina.crash.Crashes;
import lumina.crash.Outcome;
import lumina.stores.CloudStores;

/// Kills Lumina at random moments under load, and compares what it had answered with what is there.
/// Run it through `bin/bench proof`.
class Proof {
  private static final int PEOPLE = 6;
  private static final int SENDERS = 10;

  public static void main(String[] arguments) throws Exception {
    int kills = Integer.parseInt(arguments[1]);
    long seed = Long.parseLong(arguments[2]);
    boolean uploads = arguments[0].equals("uploads");
    String backend = arguments[3];
    Map<String, String> settings =
        new HashMap<>(backend.equals("local") ? Map.of() : CloudStores.environment());
    settings.put("LUMINA_DATA", Files.createTempDirectory("lumina-proof").toString());
    Crashes.Work work = uploads ? Crashes.Work.UPLOADS : Crashes.Work.EVERYTHING;
    Outcome outcome = new Crashes(settings, uploads ? SENDERS : PEOPLE, work, kills, seed).run();
    System.out.println(Outcome.HEADER);
    System.out.println(outcome.row("%,d kills, %s, %s".formatted(kills, arguments[0], backend)));
    outcome.wrong().forEach(System.out::println);
    System.exit(0);
  }
}
