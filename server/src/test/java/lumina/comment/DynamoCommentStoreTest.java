package lumina.comment;

import lumina.stores.Backend;
import org.junit.jupiter.api.Tag;

@Tag("cloud")
class DynamoCommentStoreTest extends CommentStoreContract {
  DynamoCommentStoreTest() {
    super(Backend.CLOUD);
  }
}
