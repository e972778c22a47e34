package lumina.crash;

import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import lumina.stores.CloudWeather.Refusal;
import lumina.stores.Faults;
import lumina.stores.FragileLumina;

/// Takes the stores of the cloud away, one after the other, while people use Lumina.
///
/// @param people how many of them do something at once
public record Outages(int people, long seed) {
  private static final Duration SLOW = Duration.ofSeconds(2);
  private static final Duration LASTS = Duration.ofSeconds(5);
  private static final int ANSWERS = 10;

  /// What is right and wrong after each fault; the same people go on.
  public Map<String, Outcome> run() throws Exception {
    FragileLumina lumina = FragileLumina.shared();
    Map<String, String> settings = new HashMap<>(lumina.stores());
    settings.put("STORAGE_BACKEND", "dynamodb");
    settings.put("LUMINA_DATA", Files.createTempDirectory("lumina-outages").toString());
    Crowd crowd = new Crowd(lumina.stranger().server(), people, seed);
    Map<String, Outcome> outcomes = new LinkedHashMap<>();
    for (Map.Entry<String, Runnable> fault : faults(lumina).entrySet()) {
      crowd.begin();
      crowd.patience().awaitAnswers(ANSWERS);
      fault.getValue().run();
      LockSupport.parkNanos(LASTS.toNanos());
      lumina.mend();
      crowd.patience().awaitAnswers(ANSWERS);
      crowd.end();
      outcomes.put(fault.getKey(), Inspection.of(crowd, new Place(settings), List.of()));
    }
    return outcomes;
  }

  private static Map<String, Runnable> faults(FragileLumina lumina) {
    Map<String, Faults> stores = new LinkedHashMap<>();
    stores.put("MySQL", lumina.mySql);
    stores.put("DynamoDB", lumina.dynamoDb);
    stores.put("S3", lumina.s3);
    stores.put("Redis", lumina.redis);
    Map<String, Runnable> faults = new LinkedHashMap<>();
    stores.forEach(
        (name, store) -> {
          faults.put(name + " cut", store::refuse);
          faults.put(name + " silent", store::hang);
          faults.put(name + " slow", () -> store.slow(SLOW));
        });
    for (Refusal refusal : Refusal.values()) {
      faults.put(refusal.name(), () -> lumina.weather.refuseSome(refusal));
    }
    return faults;
  }
}
