package lumina.blob;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import lumina.storage.place.LocalPlace;
import lumina.stores.SqlDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class FileBlobStoreTest extends BlobStoreContract {
  private static final ConfigurableApplicationContext CONTEXT =
      SqlDatabase.start(List.of(LocalPlace.class, FileBlobStore.class), "storage.backend=local");

  @AfterAll
  static void close() {
    CONTEXT.close();
  }

  @Override
  BlobStore store() {
    return CONTEXT.getBean(BlobStore.class);
  }

  @Test
  void a_local_blob_says_where_it_is() throws IOException {
    byte[] bytes = bytes(10);
    try (Blob blob = store().find(put(bytes)).orElseThrow()) {
      assertThat(blob.file().orElseThrow()).hasBinaryContent(bytes);
    }
  }

  @Test
  void a_picture_of_the_old_application_has_a_place_too() throws IOException {
    store().put("profiles/7_full.jpg", file(bytes(10)), "image/jpeg");
    assertThat(store().find("profiles/7_full.jpg")).isPresent();
  }
}
