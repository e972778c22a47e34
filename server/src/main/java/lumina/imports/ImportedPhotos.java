package lumina.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import lumina.access.Audience;
import lumina.access.Viewer.Person;
import lumina.comment.CommentImport;
import lumina.http.problem.Problem;
import lumina.imports.ImportReport.Line;
import lumina.imports.ImportReport.Outcome;
import lumina.imports.source.SourceFile;
import lumina.imports.source.SourcePhoto;
import lumina.media.ImageFormat;
import lumina.upload.Decoding;
import lumina.upload.DuplicateCheck.Checksums;
import lumina.upload.Duplicates;
import lumina.upload.Origin;
import lumina.upload.PhotoUpload;
import lumina.upload.PhotoUpload.Condition;
import lumina.upload.UploadLimits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Makes photos of files that are found.
@Component
class ImportedPhotos {
  private static final Logger log = LoggerFactory.getLogger(ImportedPhotos.class);
  private static final String NO_PICTURE = "it is no picture or video that can be shown";
  private static final int TRIES = 5;
  private static final long FIRST_PAUSE = 1_000;

  private final PhotoUpload upload;
  private final CommentImport comments;
  private final long largest;

  ImportedPhotos(PhotoUpload upload, CommentImport comments, UploadLimits limits) {
    this.upload = upload;
    this.comments = comments;
    this.largest = limits.anyMb() << 20;
  }

  /// Adds a file, unless it is here already, and reports what became of it. A movie whose picture
  /// cannot be read is added alone.
  ///
  /// @throws ImportRun.Stopped if its owner's account is deleted, or as the condition says
  Line add(
      Person owner,
      Audience audience,
      SourcePhoto found,
      ImportReport report,
      Condition condition) {
    Line line = addPicture(owner, audience, found, report, condition);
    boolean movieIsLeft = found.movie() != null && line.why() != null;
    return movieIsLeft ? add(owner, audience, found.moving(), report, condition) : line;
  }

  private Line addPicture(
      Person owner,
      Audience audience,
      SourcePhoto found,
      ImportReport report,
      Condition condition) {
    return reported(
        found.file(),
        report,
        () -> {
          Kept kept = addMoving(owner, audience, found, report, condition);
          comments.add(owner, kept.photoId(), found.about().comments());
          return kept.line(found.file());
        });
  }

  private record Kept(String photoId, Outcome outcome) {
    static Kept of(PhotoUpload.Result result, ImportReport report) {
      return new Kept(result.photo().photoId(), report.outcome(result));
    }

    Line line(SourceFile file) {
      return new Line(file.path(), outcome, photoId, null);
    }
  }

  /// If the two do not belong together, because one cannot be read or both are videos, each is
  /// added alone.
  private Kept addMoving(
      Person owner,
      Audience audience,
      SourcePhoto found,
      ImportReport report,
      Condition condition) {
    SourceFile movie = found.movie();
    if (movie == null) {
      return Kept.of(patiently(owner, audience, found, condition), report);
    }
    try {
      Kept both = Kept.of(patiently(owner, audience, found, condition), report);
      report.write(both.line(movie));
      return both;
    } catch (Problem.Invalid | Problem.TooLarge refused) {
      Kept still = Kept.of(patiently(owner, audience, found.still(), condition), report);
      addPicture(owner, audience, found.moving(), report, condition);
      return still;
    }
  }

  /// Reports what would become of a file.
  ///
  /// @param seen what was looked at in this import before
  Line look(Person owner, SourcePhoto found, Set<Checksums> seen, ImportReport report) {
    SourceFile file = found.file();
    return reported(
        file,
        report,
        () -> {
          SourceFile movie = found.movie();
          var checksums = new Checksums(file.checksum(), movie == null ? null : movie.checksum());
          String known = upload.find(owner, checksums, found.duplicates()).orElse(null);
          boolean isCopy = found.duplicates().equals(Duplicates.SKIP) && !seen.add(checksums);
          Outcome outcome = known == null && !isCopy ? Outcome.ADDED : Outcome.HERE_ALREADY;
          if (movie != null) {
            report.write(new Line(movie.path(), outcome, known, null));
          }
          return new Line(file.path(), outcome, known, null);
        });
  }

  private interface Deed {
    Line run() throws IOException;
  }

  private Line reported(SourceFile file, ImportReport report, Deed deed) {
    Line line;
    try {
      requireReadable(file);
      line = deed.run();
    } catch (Problem.Invalid | Problem.TooLarge refused) {
      line = new Line(file.path(), Outcome.NOT_READ, null, refused.sentence());
    } catch (Problem.Unauthorized ownerGone) {
      throw new ImportRun.Stopped();
    } catch (ImportRun.Stopped stopped) {
      throw stopped;
    } catch (IOException | UncheckedIOException unreadable) {
      log.debug("{} cannot be read", file.path(), unreadable);
      line = new Line(file.path(), Outcome.NOT_READ, null, "it cannot be read, or not kept");
    } catch (RuntimeException failed) {
      log.warn("{} could not be imported", file.path(), failed);
      report.failed(file.path(), "it failed here; run the import again");
      return new Line(file.path(), Outcome.NOT_READ, null, null);
    }
    report.write(line);
    return line;
  }

  /// The first bytes decide, before a whole entry of a zip is unpacked.
  private void requireReadable(SourceFile file) throws IOException {
    if (file.size() > largest) {
      throw Problem.TooLarge.file(largest >> 20);
    }
    try (InputStream bytes = file.content().open()) {
      if (ImageFormat.of(bytes).isEmpty()) {
        throw new Problem.Invalid("photo", "not_an_image", NO_PICTURE);
      }
    }
  }

  /// The engine may be busy with the pictures of others.
  private PhotoUpload.Result patiently(
      Person owner, Audience audience, SourcePhoto found, Condition condition) {
    long pause = FIRST_PAUSE;
    for (int next = 2; ; next++) {
      try {
        return upload(owner, audience, found, condition);
      } catch (Problem.Unavailable busy) {
        if (next > TRIES) {
          throw busy;
        }
        pause(pause);
        pause *= 2;
      }
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The import was stopped.", stopped);
    }
  }

  private PhotoUpload.Result upload(
      Person owner, Audience audience, SourcePhoto found, Condition condition) {
    SourcePhoto.About about = found.about();
    var delivery =
        new PhotoUpload.Delivery(
            about.fileName() == null ? found.file().name() : about.fileName(),
            found.file().modified() > 0 ? found.file().modified() : null,
            found.duplicates(),
            target -> copy(found, target),
            new Origin(about.taken(), about.place(), about.createdAt()));
    return upload.upload(owner, ImportedWords.of(about.words()), audience, delivery, condition);
  }

  private static void copy(SourcePhoto found, Path target) throws IOException {
    copy(found.file(), target);
    SourceFile movie = found.movie();
    if (movie != null) {
      copy(movie, Decoding.motion(target));
    }
  }

  private static void copy(SourceFile file, Path target) throws IOException {
    try (InputStream bytes = file.content().open()) {
      Files.copy(bytes, target);
    }
  }
}
