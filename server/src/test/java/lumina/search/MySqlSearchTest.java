package lumina.search;

import lumina.stores.Backend;
import org.junit.jupiter.api.Tag;

@Tag("cloud")
class MySqlSearchTest extends PhotoSearchContract {
  MySqlSearchTest() {
    super(Backend.CLOUD);
  }
}
