package lumina.move;

import java.util.HashMap;
import java.util.Map;
import lumina.stores.DynamoDbLocal;
import lumina.stores.MariaDb;
import lumina.stores.S3Server;

final class CloudStores {
  private static final S3Server S3 = S3Server.start();
  private static int buckets;

  private CloudStores() {}

  static Map<String, String> environment() {
    Map<String, String> e = new HashMap<>();
    for (String s : DynamoDbLocal.shared().newTables()) {
      String[] kv = s.split("=");
      if (kv[0].startsWith("storage.dynamodb.")) {
        e.put("DYNAMODB_" + kv[0].substring(17).toUpperCase(java.util.Locale.ROOT) + "_TABLE", kv[1]);
      }
    }
    e.put("AWS_REGION", "eu-central-1");
    e.put("AWS_ENDPOINT_URL_DYNAMODB", DynamoDbLocal.shared().endpoint().toString());
    e.put("STORAGE_CREATE", "true");
    e.put("DB_HOST", "127.0.0.1");
    e.put("DB_PORT", "" + MariaDb.shared().port());
    e.put("DB_USER", MariaDb.USER);
    e.put("DB_PASSWORD", MariaDb.PASSWORD);
    e.put("DB_NAME", MariaDb.shared().newDatabase());
    e.put("AWS_ENDPOINT_URL_S3", S3.endpoint().toString());
    e.put("AWS_ACCESS_KEY_ID", S3.accessKey());
    e.put("AWS_SECRET_ACCESS_KEY", S3.secretKey());
    e.put("S3_PATH_STYLE", "true");
    e.put("S3_BUCKET", "lumina-" + ++buckets);
    return e;
  }
}
