package lumina.adoption;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import lumina.backend.CloudBackend;
import lumina.command.Command;
import lumina.imaging.ImageEngine;
import lumina.person.PictureInheritance;
import org.springframework.stereotype.Component;

/// The command `adopt`: makes a deployment of the old application Lumina's own, in place.
///
/// Tables of MySQL and indexes of DynamoDB are there once this runs (`storage.adopt`). It adds and
/// rewrites what is missing or spelled otherwise and deletes nothing that is said; cut off in the
/// middle, or run again, it does the rest. With `--dry-run` it only counts.
@Component("adopt")
@CloudBackend
class Adoption implements Command {
  private final DynamoOldPhotos photos;
  private final DynamoOldMessages messages;
  private final OldPeople people;
  private final PictureInheritance pictures;
  private final ImageEngine engine;

  Adoption(
      DynamoOldPhotos photos,
      DynamoOldMessages messages,
      OldPeople people,
      PictureInheritance pictures,
      ImageEngine engine) {
    this.photos = photos;
    this.messages = messages;
    this.people = people;
    this.pictures = pictures;
    this.engine = engine;
  }

  @Override
  public int run(List<String> arguments) {
    boolean dryRun = arguments.contains("--dry-run");
    AdoptionReport report = new AdoptionReport();
    if (!dryRun) {
      engine.start();
    }
    people.report(report);
    messages.adopt(report, dryRun);
    photos.adopt(report, dryRun);
    if (!dryRun) {
      adoptPictures(report);
    }
    System.out.print(report);
    boolean done = report.counted(DynamoOldPhotos.FAILED) == 0;
    System.out.println(
        dryRun ? "Nothing was changed." : done ? "Adopted." : "Not everything could be adopted.");
    return done ? 0 : 1;
  }

  private void adoptPictures(AdoptionReport report) {
    try {
      pictures.adopt(
          shown ->
              report.count(
                  shown
                      ? "profile pictures"
                      : "profile pictures left out: their file is no picture"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
