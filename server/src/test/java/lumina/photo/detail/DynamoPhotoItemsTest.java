package lumina.photo.detail;

import lumina.stores.Backend;
import org.junit.jupiter.api.Tag;

@Tag("cloud")
class DynamoPhotoItemsTest extends PhotoItemsContract {
  DynamoPhotoItemsTest() {
    super(Backend.CLOUD);
  }
}
