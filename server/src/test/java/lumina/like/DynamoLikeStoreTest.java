package lumina.like;

import lumina.stores.Backend;
import org.junit.jupiter.api.Tag;

@Tag("cloud")
class DynamoLikeStoreTest extends LikeStoreContract {
  DynamoLikeStoreTest() {
    super(Backend.CLOUD);
  }
}
