package lumina.search;

import lumina.stores.Backend;

class SqliteSearchTest extends PhotoSearchContract {
  SqliteSearchTest() {
    super(Backend.LOCAL);
  }
}
