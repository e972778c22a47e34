package lumina.storage.dynamo;

import lumina.storage.CloudBackend;
import lumina.storage.StartRetry;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Checks every table and index before the first request is accepted.
///
/// It sends the same requests as the stores: a role with no more rights than they need cannot
/// describe a table. It is not lazy even in commands, which need the tables, too.
@Component
@CloudBackend
@Lazy(false)
@ConditionalOnBooleanProperty(
    name = "storage.look-only",
    havingValue = false,
    matchIfMissing = true)
public class DynamoStart implements InitializingBean {
  private final DynamoDbClient client;
  private final DynamoTables tables;
  private final boolean create;
  private final StartRetry patience;

  DynamoStart(
      DynamoDbClient client,
      DynamoTables tables,
      @Value("${storage.create}") boolean create,
      @Value("${storage.patience-seconds:60}") long patience) {
    this.client = client;
    this.tables = tables;
    this.create = create;
    this.patience = new StartRetry(patience);
  }

  @Override
  public void afterPropertiesSet() {
    for (DynamoTable table : tables.all()) {
      patience.await(() -> make(table));
    }
  }

  private DynamoTable make(DynamoTable table) {
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
      return table;
    } catch (SdkException failed) {
      throw DynamoRefusal.of(failed, at, region());
    }
  }

  private String region() {
    return client.serviceClientConfiguration().region().id();
  }
}
