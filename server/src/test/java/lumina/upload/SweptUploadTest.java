package lumina.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import lumina.Person;
import lumina.ServerTest;
import lumina.access.Audience;
import lumina.access.Viewer;
import lumina.blob.Blob;
import lumina.blob.BlobStore;
import lumina.blob.NewBlob;
import lumina.http.problem.Problem;
import lumina.media.Pictures;
import lumina.photo.PendingPhotos;
import lumina.photo.PhotoStore;
import lumina.photo.detail.PhotoText;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// An upload that takes longer than the sweep waits for one.
@ServerTest
class SweptUploadTest {
  @LocalServerPort private int port;
  @Autowired private Decoding decoding;
  @Autowired private BlobStore blobs;
  @Autowired private PendingPhotos pending;
  @Autowired private PhotoStore photos;
  @Autowired private Clock clock;
  @Autowired private JdbcClient sql;
  @Autowired private ListableBeanFactory beans;

  /// Has the photo swept before its files are stored.
  private final class SlowBlobs implements BlobStore {
    private final AtomicReference<String> swept = new AtomicReference<>();

    @Override
    public void put(List<NewBlob> files) throws IOException {
      String key = files.getFirst().key();
      String id = key.substring(key.indexOf('/') + 1, key.indexOf('_'));
      swept.set(id);
      sql.sql("UPDATE unsettled_photos SET since = 0 WHERE photo_id = :id")
          .param("id", id)
          .update();
      pending.sweep(false);
      blobs.put(files);
    }

    @Override
    public Optional<Blob> find(String key) throws IOException {
      return blobs.find(key);
    }

    @Override
    public void delete(Collection<String> keys) throws IOException {
      blobs.delete(keys);
    }
  }

  @Test
  void it_is_refused_and_leaves_nothing() throws IOException {
    Person ann = Person.signUp(port);
    SlowBlobs slow = new SlowBlobs();
    PhotoUpload upload = new PhotoUpload(decoding, slow, pending, photos, clock);
    PhotoUpload.Delivery file =
        new PhotoUpload.Delivery(
            "x.jpg", null, Duplicates.KEEP, target -> Files.write(target, Pictures.photo(60, 40)));
    Viewer.Person owner = new Viewer.Person(ann.id(), ann.name());
    PhotoText words = PhotoText.of("Sea", "", List.of("slow"));
    assertThatThrownBy(() -> upload.upload(owner, words, Audience.PUBLIC, file))
        .isInstanceOfSatisfying(
            Problem.Unavailable.class, problem -> assertThat(problem.code()).isEqualTo("too_slow"));
    String id = slow.swept.get();
    assertThat(id).matches("[0-9a-f]{32}");
    Remains remains = new Remains(beans);
    assertThat(remains.files(id)).isEmpty();
    assertThat(remains.tables(id)).isEmpty();
    assertThat(ann.get("/api/photos?scope=profile").expect(200).json()).isEmpty();
    ann.uploadPhoto();
  }
}
