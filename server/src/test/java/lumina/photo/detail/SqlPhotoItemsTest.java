package lumina.photo.detail;

import lumina.stores.Backend;

class SqlPhotoItemsTest extends PhotoItemsContract {
  SqlPhotoItemsTest() {
    super(Backend.LOCAL);
  }
}
