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

/// Checks that each profile picture has its files, and that they can be decoded. Those of the old
/// application need not show the same part of a picture, so they are not compared.
@Component
@ConditionalOnNotWebApplication
record PictureInspection(
    UserStore users, BlobStore blobs, DerivedFiles derived, ProfilePictures pictures)
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
    if (fault(person.id(), person.picture()) == null) {
      return;
    }
    User now = users.find(person.id()).orElse(null);
    String fault = now == null ? null : fault(now.id(), now.picture());
    if (now != null && fault != null) {
      add("The profile picture of %s %s".formatted(now.username(), fault), now, findings);
    }
  }

  private void add(String sentence, User person, Findings findings) throws IOException {
    String larger = ProfilePictures.larger(person.id(), Objects.requireNonNull(person.picture()));
    if (blobs.size(larger) > 0 && derived.damaged(List.of(larger)).isEmpty()) {
      findings.add(sentence + ".", () -> pictures.rederive(person.id()));
    } else {
      findings.add(
          sentence
              + ", and no larger one is left to make it from: restore both from a backup, or let them choose another.");
    }
  }

  private @Nullable String fault(long userId, @Nullable String version) throws IOException {
    if (version == null) {
      return null;
    }
    for (String key : ProfilePictures.files(userId, version).keySet()) {
      if (blobs.size(key) <= 0) {
        return "lacks " + key;
      }
      if (!derived.damaged(List.of(key)).isEmpty()) {
        return "has a damaged file: " + key;
      }
    }
    return null;
  }
}
