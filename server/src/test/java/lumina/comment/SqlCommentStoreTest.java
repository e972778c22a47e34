package lumina.comment;

import lumina.stores.Backend;

class SqlCommentStoreTest extends CommentStoreContract {
  SqlCommentStoreTest() {
    super(Backend.LOCAL);
  }
}
