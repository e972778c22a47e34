package lumina.account.profile;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import lumina.account.User;
import lumina.account.UserStore;
import lumina.blob.Blob;
import lumina.blob.BlobStore;
import lumina.http.problem.Problem;
import org.springframework.stereotype.Component;

/// Imports the profile pictures that the old application left in the blob store.
@Component
public class LegacyPictureImport {
  private static final int BATCH_SIZE = 500;

  private final ProfilePictures pictures;
  private final BlobStore blobs;
  private final UserStore users;

  LegacyPictureImport(ProfilePictures pictures, BlobStore blobs, UserStore users) {
    this.pictures = pictures;
    this.blobs = blobs;
    this.users = users;
  }

  /// @param told receives, for each person who has an old picture and no new one, whether it was
  ///   imported; false if its file is not a picture
  public void adopt(Consumer<Boolean> told) throws IOException {
    List<User> some = users.after(0, BATCH_SIZE);
    while (!some.isEmpty()) {
      for (User user : some) {
        Optional<Blob> picture = user.picture() == null ? old(user.id()) : Optional.empty();
        if (picture.isPresent()) {
          told.accept(adopt(user.id(), picture.get()));
        }
      }
      some = users.after(some.getLast().id(), BATCH_SIZE);
    }
  }

  private Optional<Blob> old(long userId) throws IOException {
    return blobs.find("profiles/%d_full.jpg".formatted(userId));
  }

  private boolean adopt(long userId, Blob picture) throws IOException {
    try (picture) {
      var _ = pictures.change(userId, picture::copyTo);
      return true;
    } catch (Problem.Invalid noPicture) {
      return false;
    }
  }
}
