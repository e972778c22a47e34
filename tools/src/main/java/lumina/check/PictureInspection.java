package lumina.check;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import lumina.account.User;
import lumina.account.UserStore;
import lumina.account.profile.ProfilePictures;
import lumina.blob.Blob;
import lumina.blob.BlobStore;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.stereotype.Component;

/// Checks that each profile picture has its files.
@Component
@ConditionalOnNotWebApplication
record PictureInspection(UserStore users, BlobStore blobs, ProfilePictures pictures)
    implements Inspection {
  private static final int PAGE = 100;

  @Override
  public void inspect(Findings findings) throws IOException {
    List<User> page = users.after(0, PAGE);
    while (!page.isEmpty()) {
      for (User person : page) {
        inspect(person, findings);
      }
      page = users.after(page.getLast().id(), PAGE);
    }
  }

  private void inspect(User person, Findings findings) throws IOException {
    String missing = missing(person.id(), person.picture());
    if (missing == null) {
      return;
    }
    User now = users.find(person.id()).orElse(null);
    if (now != null && missing(now.id(), now.picture()) != null) {
      add("The profile picture of %s lacks %s".formatted(now.username(), missing), now, findings);
    }
  }

  private void add(String sentence, User person, Findings findings) throws IOException {
    String larger = ProfilePictures.larger(person.id(), Objects.requireNonNull(person.picture()));
    if (isThere(larger)) {
      findings.add(sentence + ".", () -> pictures.rederive(person.id()));
    } else {
      findings.add(
          sentence + ": restore it from a backup, since the smaller one is made from the larger.");
    }
  }

  private boolean isThere(String key) throws IOException {
    try (Blob blob = blobs.find(key).orElse(null)) {
      return blob != null;
    }
  }

  private @Nullable String missing(long userId, @Nullable String version) throws IOException {
    if (version == null) {
      return null;
    }
    for (String key : ProfilePictures.files(userId, version).keySet()) {
      if (!isThere(key)) {
        return key;
      }
    }
    return null;
  }
}
