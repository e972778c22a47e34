package lumina.blob;

import java.nio.file.Path;
import lumina.storage.DataFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class FileUploadPartsTest extends UploadPartsContract {
  @TempDir private Path data;
  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();

  @BeforeEach
  void open() {
    TestPropertyValues.of("storage.backend=local", "lumina.data=" + data).applyTo(context);
    context.register(DataFolder.class, FileUploadParts.class);
    context.refresh();
  }

  @AfterEach
  void close() {
    context.close();
  }

  @Override
  UploadParts parts() {
    return context.getBean(UploadParts.class);
  }
}
