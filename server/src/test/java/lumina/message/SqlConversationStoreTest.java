package lumina.message;

import lumina.stores.Backend;

class SqlConversationStoreTest extends ConversationStoreContract {
  SqlConversationStoreTest() {
    super(Backend.LOCAL);
  }
}
