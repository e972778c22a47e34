package lumina.person;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import lumina.account.User;
import lumina.account.UserStore;
import lumina.blob.Blob;
import lumina.blob.BlobStore;
import lumina.http.Problem;
import org.springframework.stereotype.Component;

/// Takes in the profile pictures that the old application left in the blob store.
@Component
public class PictureInheritance {
  private static final int SOME = 500;

  private final ProfilePictures pictures;
  private final BlobStore blobs;
  private final UserStore users;

  PictureInheritance(ProfilePictures pictures, BlobStore blobs, UserStore users) {
    this.pictures = pictures;
    this.blobs = blobs;
    this.users = users;
  }

  /// Told how it went with each person who had a picture and shows none here.
  public interface Listener {
    void found(long userId);

    void noPicture(long userId);
  }

  public void adopt(Listener listener) throws IOException {
    List<User> some = users.after(0, SOME);
    while (!some.isEmpty()) {
      for (User user : some) {
        if (user.picture() == null) {
          adopt(user.id(), listener);
        }
      }
      some = users.after(some.getLast().id(), SOME);
    }
  }

  private void adopt(long userId, Listener listener) throws IOException {
    Optional<Blob> found = blobs.find("profiles/%d_full.jpg".formatted(userId));
    if (found.isEmpty()) {
      return;
    }
    try (Blob picture = found.get();
        InputStream bytes = picture.bytes()) {
      var _ = pictures.change(userId, target -> Files.copy(bytes, target));
      listener.found(userId);
    } catch (Problem.Invalid noPicture) {
      listener.noPicture(userId);
    }
  }
}
