package lumina.adopt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import lumina.account.profile.LegacyPictureImport;
import lumina.command.Command;
import lumina.media.worker.ImageEngine;
import lumina.storage.CloudBackend;
import org.springframework.stereotype.Component;

/// The command `adopt`: adopts a deployment of the old application in place.
///
/// When it runs, MySQL is already migrated and the indexes of DynamoDB exist (`storage.adopt`). It
/// adds missing data, rewrites data of another form and deletes no content; after an interruption,
/// or when run again, it does the rest. With `--dry-run` it only counts.
@Component("adopt")
@CloudBackend
class Adoption implements Command {
  private final DynamoLegacyPhotos photos;
  private final DynamoLegacyMessages messages;
  private final LegacyPeople people;
  private final LegacyPictureImport pictures;
  private final ImageEngine engine;

  Adoption(
      DynamoLegacyPhotos photos,
      DynamoLegacyMessages messages,
      LegacyPeople people,
      LegacyPictureImport pictures,
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
    boolean done = report.counted(DynamoLegacyPhotos.FAILED) == 0;
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
                      : "profile pictures left out: their file is not a picture"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
