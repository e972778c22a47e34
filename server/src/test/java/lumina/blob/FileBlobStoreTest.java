package lumina.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.io.IOException;
import java.nio.file.Path;
import lumina.storage.DataFolder;
import lumina.storage.place.LocalPlace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class FileBlobStoreTest extends BlobStoreContract {
  @TempDir private Path data;
  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();

  @BeforeEach
  void open() {
    TestPropertyValues.of("storage.backend=local", "lumina.data=" + data).applyTo(context);
    context.registerBean(LocalPlace.class, () -> mock(LocalPlace.class));
    context.register(DataFolder.class, FileBlobStore.class);
    context.refresh();
  }

  @AfterEach
  void close() {
    context.close();
  }

  @Override
  BlobStore store() {
    return context.getBean(BlobStore.class);
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
