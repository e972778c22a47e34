package lumina.backend;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Looks at every table and index before the first request is let in.
///
/// It asks as stores ask: a role that may do no more than they need cannot describe a table.
@Component
@CloudBackend
@ConditionalOnBooleanProperty(
    name = "storage.look-only",
    havingValue = false,
    matchIfMissing = true)
class DynamoStart implements SmartInitializingSingleton {
  private final DynamoDbClient client;
  private final DynamoTables tables;
  private final boolean create;

  DynamoStart(
      DynamoDbClient client, DynamoTables tables, @Value("${storage.create}") boolean create) {
    this.client = client;
    this.tables = tables;
    this.create = create;
  }

  @Override
  public void afterSingletonsInstantiated() {
    tables.all().forEach(this::make);
  }

  private void make(DynamoTable table) {
    String at = table.name();
    try {
      if (create) {
        new DynamoCreation(client).complete(table);
      }
      client.query(table.probe());
      for (DynamoTable.Index index : table.indexes()) {
        at = table.name() + "/index/" + index.name();
        client.query(index.probe(table.name()));
      }
    } catch (SdkException failed) {
      throw DynamoRefusal.of(failed, at, region());
    }
  }

  private String region() {
    return client.serviceClientConfiguration().region().id();
  }
}
