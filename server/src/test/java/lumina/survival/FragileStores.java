package lumina.survival;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import lumina.stores.CloudWeather.Refusal;
import lumina.stores.Faults;
import lumina.stores.FragileLumina;

/// A Lumina in the cloud whose stores fail.
public final class FragileStores implements Fragile {
  private static final Duration SLOW = Duration.ofSeconds(2);
  private static final double SOME = 0.3;

  private final FragileLumina lumina = FragileLumina.shared();
  private final Map<String, String> settings = new HashMap<>(lumina.stores());

  public FragileStores() throws IOException {
    settings.put("STORAGE_BACKEND", "dynamodb");
    settings.put("LUMINA_DATA", Files.createTempDirectory("lumina-outages").toString());
  }

  @Override
  public String address() {
    return lumina.stranger().server();
  }

  @Override
  public Map<String, String> settings() {
    return settings;
  }

  @Override
  public Map<String, Runnable> faults() {
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
          faults.put(name + " 2 s slow", () -> store.slow(SLOW));
          faults.put(name + ": 30 % of requests break the connection", () -> store.fail(SOME));
        });
    for (Refusal refusal : Refusal.values()) {
      faults.put("30 %% %s".formatted(refusal), () -> lumina.weather.refuse(refusal, SOME));
    }
    return faults;
  }

  @Override
  public void mend() {
    lumina.mend();
  }
}
