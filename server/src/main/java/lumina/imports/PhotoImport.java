package lumina.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import lumina.access.Viewer.Person;
import lumina.account.User;
import lumina.account.UserStore;
import lumina.command.CommandRefused;
import lumina.imports.source.SourceFiles;
import lumina.imports.source.SourceReading;
import lumina.upload.PhotoUpload.Condition;
import org.springframework.stereotype.Component;

/// Imports folders and zips: each file by itself, several at a time. It can be stopped and repeated
/// at any moment, since what is here already is found by its checksum; a repetition also completes
/// albums.
@Component
class PhotoImport {
  private final UserStore users;
  private final ImportedPhotos photos;
  private final ImportedAlbums albums;

  PhotoImport(UserStore users, ImportedPhotos photos, ImportedAlbums albums) {
    this.users = users;
    this.photos = photos;
    this.albums = albums;
  }

  /// @throws CommandRefused if there is no such person, or no more
  void run(ImportRequest request, ImportReport report) {
    User owner =
        users
            .findByName(request.username())
            .orElseThrow(
                () ->
                    new CommandRefused(
                        "There is no account with the username %s.".formatted(request.username())));
    run(owner, request, report, Condition.NONE);
  }

  /// Imports for a person, who may be gone.
  ///
  /// @param condition throws [ImportRun.Stopped] if nothing more must be added
  void run(long userId, ImportRequest request, ImportReport report, Condition condition) {
    users.find(userId).ifPresent(owner -> run(owner, request, report, condition));
  }

  private void run(User user, ImportRequest request, ImportReport report, Condition condition) {
    Person owner = new Person(user.id(), user.username());
    ImportRun run = new ImportRun(owner, request, photos, report, condition);
    List<Path> paths = request.paths().stream().map(Path::of).toList();
    try (SourceFiles files = SourceFiles.in(paths, request.names(), run)) {
      SourceReading.read(files.files(), request.albums(), run);
      run.finish();
    } catch (IOException unclosed) {
      throw new UncheckedIOException(unclosed);
    } finally {
      run.stop();
    }
    if (!request.dryRun()) {
      albums.fill(owner, run.albums(), report);
    }
    report.finish(request.dryRun());
  }
}
