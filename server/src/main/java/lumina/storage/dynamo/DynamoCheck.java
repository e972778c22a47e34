package lumina.storage.dynamo;

import lumina.storage.CloudBackend;
import lumina.storage.StoreCheck;
import org.springframework.stereotype.Component;

/// Checks DynamoDB by reading an item that does not exist.
@Component
@CloudBackend
class DynamoCheck implements StoreCheck {
  private final Dynamo dynamo;
  private final DynamoTables tables;

  DynamoCheck(Dynamo dynamo, DynamoTables tables) {
    this.dynamo = dynamo;
    this.tables = tables;
  }

  @Override
  public String name() {
    return "dynamodb";
  }

  @Override
  public void check() {
    var _ = dynamo.get(tables.photos(), new DynamoKey("HEALTH", "HEALTH"));
  }
}
