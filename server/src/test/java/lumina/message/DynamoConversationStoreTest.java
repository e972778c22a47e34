package lumina.message;

import lumina.stores.Backend;
import org.junit.jupiter.api.Tag;

@Tag("cloud")
class DynamoConversationStoreTest extends ConversationStoreContract {
  DynamoConversationStoreTest() {
    super(Backend.CLOUD);
  }
}
