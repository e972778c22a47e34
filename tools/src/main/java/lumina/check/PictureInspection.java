package lumina.check;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import lumina.account.User;
import lumina.account.UserStore;
import lumina.account.profile.ProfilePictures;
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
    if (blobs.size(larger) > 0) {
      findings.add(sentence + ".", () -> pictures.rederive(person.id()));
    } else {
      findings.add(
          sentence
              + ", and no larger one is left to make it from: restore both from a backup, or let them choose another.");
    }
  }

  private @Nullable String missing(long userId, @Nullable String version) throws IOException {
    if (version == null) {
      return null;
    }
    for (String key : ProfilePictures.files(userId, version).keySet()) {
      if (blobs.size(key) <= 0) {
        return key;
      }
    }
    return null;
  }
}
