package lumina.message;

import lumina.stores.Backend;

class SqlMessageStoreTest extends MessageStoreContract {
  SqlMessageStoreTest() {
    super(Backend.LOCAL);
  }
}
