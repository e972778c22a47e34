package lumina.like;

import lumina.stores.Backend;

class SqlLikeStoreTest extends LikeStoreContract {
  SqlLikeStoreTest() {
    super(Backend.LOCAL);
  }
}
