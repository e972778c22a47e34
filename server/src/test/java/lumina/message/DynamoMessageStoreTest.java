package lumina.message;

import lumina.stores.Backend;
import org.junit.jupiter.api.Tag;

@Tag("cloud")
class DynamoMessageStoreTest extends MessageStoreContract {
  DynamoMessageStoreTest() {
    super(Backend.CLOUD);
  }
}
