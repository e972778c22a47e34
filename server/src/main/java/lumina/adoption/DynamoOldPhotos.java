package lumina.adoption;

import static lumina.backend.Dynamo.n;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import lumina.account.UserStore;
import lumina.backend.CloudBackend;
import lumina.backend.DynamoFields;
import lumina.backend.DynamoTables;
import lumina.http.Problem;
import lumina.photo.Audience;
import lumina.photo.DynamoPhoto;
import lumina.photo.NewPhoto;
import lumina.photo.PhotoInheritance;
import lumina.photo.PhotoInheritance.Old;
import lumina.photo.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Photos of the old application: derived sizes are made, items put into the form of now, comments
/// counted, and each is put into the index last, so that one that was cut off is done again.
@Component
@CloudBackend
class DynamoOldPhotos {
  private static final int AT_ONCE = 4;
  private static final int PAGE = 200;
  private static final int LONGEST_TOPIC = 60;

  private final DynamoRewriting rewriting;
  private final DynamoOldComments comments;
  private final PhotoInheritance photos;
  private final UserStore users;
  private final DynamoTables tables;

  DynamoOldPhotos(
      DynamoRewriting rewriting,
      DynamoOldComments comments,
      PhotoInheritance photos,
      UserStore users,
      DynamoTables tables) {
    this.rewriting = rewriting;
    this.comments = comments;
    this.photos = photos;
    this.users = users;
    this.tables = tables;
  }

  void adopt(AdoptionReport report, boolean dryRun) {
    rewriting
        .all(tables.photos(), "SK", "META")
        .gather(Gatherers.windowFixed(PAGE))
        .forEach(page -> adopt(page, report, dryRun));
  }

  private void adopt(List<DynamoFields> page, AdoptionReport report, boolean dryRun) {
    Set<Long> owners =
        page.stream().map(item -> item.number("user_id")).collect(Collectors.toSet());
    Map<Long, String> names = users.names(owners);
    try (ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE)) {
      for (DynamoFields item : page) {
        String owner = names.get(item.number("user_id"));
        workers.execute(() -> one(item, owner, report, dryRun));
      }
    }
  }

  private void one(
      DynamoFields item, @Nullable String owner, AdoptionReport report, boolean dryRun) {
    String photoId = photoId(item);
    try {
      if (owner == null) {
        report.count("photos left out: nobody owns them");
        report.note(
            "photo %s belongs to person %d, who does not exist"
                .formatted(photoId, item.number("user_id")));
      } else if (dryRun) {
        foresee(old(item, photoId, owner), report);
      } else if (photos.has(photoId)) {
        report.count("photos that were here already");
      } else {
        adopt(item, old(item, photoId, owner), report);
      }
    } catch (Problem.Invalid noPicture) {
      report.count("photos left out: their file is no picture");
      report.note("photo %s: %s".formatted(photoId, noPicture.sentence()));
    } catch (IOException | RuntimeException failed) {
      report.count(FAILED);
      report.note("photo %s could not be adopted: %s".formatted(photoId, failed));
    }
  }

  static final String FAILED = "photos that failed: run the command again";

  private void foresee(Old old, AdoptionReport report) throws IOException {
    if (photos.hasFile(old)) {
      report.count("photos to adopt");
    } else {
      leaveOut(old, report);
    }
  }

  private static void leaveOut(Old old, AdoptionReport report) {
    report.count("photos left out: their file is missing");
    report.note("photo %s has no file in the bucket".formatted(old.photoId()));
  }

  private void adopt(DynamoFields item, Old old, AdoptionReport report) throws IOException {
    Map<String, AttributeValue> aboutComments = comments.adopt(old.photoId(), report);
    boolean done = photos.adopt(old, photo -> describe(item, old, photo, aboutComments));
    if (done) {
      report.count("photos adopted");
    } else {
      leaveOut(old, report);
    }
  }

  private void describe(
      DynamoFields item, Old old, NewPhoto photo, Map<String, AttributeValue> aboutComments) {
    Map<String, AttributeValue> attributes =
        new HashMap<>(DynamoPhoto.item(photo, old.username(), old.createdAt()));
    attributes.putAll(aboutComments);
    // Whose likes they were was never kept: they stay as a number.
    attributes.put("likes", n(Math.max(0, item.number("likes", "like_count"))));
    attributes.keySet().removeAll(Set.of("PK", "SK"));
    rewriting.describe(tables.photos(), DynamoPhoto.meta(old.photoId()), attributes);
    rewriting.addMissing(
        tables.photos(),
        DynamoPhoto.byUser(old.userId(), old.photoId()),
        DynamoPhoto.byUserItem(old.userId(), old.photoId()));
  }

  private static String photoId(DynamoFields item) {
    return item.text("PK").orElseThrow().substring("PHOTO#".length());
  }

  private static Old old(DynamoFields item, String photoId, String owner) {
    return new Old(
        photoId,
        item.number("user_id"),
        owner,
        words(item),
        audience(item),
        OldTime.of(item).orElse(0L),
        item.text("full_key", "image_key", "s3_key"));
  }

  private static Words words(DynamoFields item) {
    String topic = item.text("topic").orElse("").strip().replaceAll("\\s+", " ");
    return new Words(
        topic.substring(0, Math.min(topic.length(), LONGEST_TOPIC)),
        item.text("caption").orElse("").strip(),
        item.texts("tags"));
  }

  private static Audience audience(DynamoFields item) {
    Optional<String> said = item.text("audience").map(word -> word.toUpperCase(Locale.ROOT));
    return Stream.of(Audience.values())
        .filter(audience -> said.equals(Optional.of(audience.name())))
        .findFirst()
        .orElse(Audience.PUBLIC);
  }
}
