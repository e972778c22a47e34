package lumina.rederivation;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import lumina.account.User;
import lumina.account.UserStore;
import lumina.account.profile.ProfilePictures;
import lumina.command.Command;
import lumina.http.problem.Problem;
import lumina.media.worker.ImageEngine;
import lumina.photo.PhotoRows;
import lumina.rederivation.Outcomes.Outcome;
import lumina.storage.Version;
import lumina.upload.PhotoRederivation;
import org.springframework.stereotype.Component;

/// The command `rederive`: derives the sizes of photos and profile pictures, and the stripped
/// originals, again with this version.
///
/// Photos stay visible meanwhile, with their old or their new sizes. After an interruption it
/// continues if it is started with the same argument.
@Component("rederive")
class Rederivation implements Command {
  private static final int CONCURRENCY = 2;
  private static final int BATCH_SIZE = 100;

  private final PhotoRederivation photos;
  private final ProfilePictures pictures;
  private final UserStore users;
  private final ImageEngine engine;
  private final Progress progress;

  Rederivation(
      PhotoRederivation photos,
      ProfilePictures pictures,
      UserStore users,
      ImageEngine engine,
      Progress progress) {
    this.photos = photos;
    this.pictures = pictures;
    this.users = users;
    this.engine = engine;
    this.progress = progress;
  }

  @Override
  public int run(List<String> arguments) {
    String since = arguments.isEmpty() ? "" : arguments.getLast();
    engine.start();
    Progress.Mark start = begin(since);
    Outcomes ofPhotos = photos(start);
    Outcomes ofPictures = pictures(start);
    progress.finish();
    System.out.print(ofPhotos.summary("photos") + ofPictures.summary("profile pictures"));
    boolean failed = ofPhotos.hasFailures() || ofPictures.hasFailures();
    System.out.println(failed ? "Not everything could be recreated." : "Everything was recreated.");
    return failed ? 1 : 0;
  }

  private Progress.Mark begin(String since) {
    Progress.Mark start =
        progress
            .read(since)
            .orElseGet(
                () -> {
                  progress.begin(since);
                  return progress.read(since).orElseThrow();
                });
    boolean again = start.sortKey() > Long.MIN_VALUE || start.userId() > 0;
    System.out.printf(
        "%,d photos in total%s.%n", photos.count(), again ? "; continuing after those done" : "");
    return start;
  }

  private Outcomes photos(Progress.Mark start) {
    Outcomes outcomes = new Outcomes();
    List<PhotoRows.Row> some = photos.after(start.sortKey());
    while (!some.isEmpty()) {
      try (ExecutorService workers = Executors.newFixedThreadPool(CONCURRENCY)) {
        some.forEach(photo -> workers.execute(() -> outcomes.count(photo(photo, start.since()))));
      }
      progress.photosDone(some.getLast().entry().sortKey());
      System.out.printf("%,d photos done%n", outcomes.all());
      some = photos.after(some.getLast().entry().sortKey());
    }
    return outcomes;
  }

  private Outcome photo(PhotoRows.Row photo, String since) {
    if (!since.isEmpty() && Version.of(photo.derivedBy()).compareTo(Version.of(since)) < 0) {
      return Outcome.OLDER;
    }
    String id = photo.entry().photoId();
    return outcome("photo " + id, () -> photos.rederive(id));
  }

  private Outcomes pictures(Progress.Mark start) {
    Outcomes outcomes = new Outcomes();
    List<User> some = users.after(start.userId(), BATCH_SIZE);
    while (!some.isEmpty()) {
      for (User user : some) {
        if (user.picture() != null) {
          String name = "profile picture of " + user.username();
          outcomes.count(outcome(name, () -> pictures.rederive(user.id())));
        }
      }
      progress.picturesDone(some.getLast().id());
      some = users.after(some.getLast().id(), BATCH_SIZE);
    }
    return outcomes;
  }

  private interface Step {
    /// @return false if there is no file
    boolean did() throws IOException;
  }

  private static Outcome outcome(String name, Step deed) {
    try {
      return deed.did() ? Outcome.DONE : said(name, Outcome.MISSING, "its file is missing");
    } catch (Problem.Invalid noPicture) {
      return said(name, Outcome.REFUSED, noPicture.sentence());
    } catch (IOException | RuntimeException failed) {
      return said(name, Outcome.FAILED, String.valueOf(failed));
    }
  }

  private static Outcome said(String name, Outcome outcome, String why) {
    System.out.printf("  - %s: %s%n", name, why);
    return outcome;
  }
}
