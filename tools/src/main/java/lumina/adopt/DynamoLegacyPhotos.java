package lumina.adopt;

import static java.util.Objects.requireNonNull;
import static lumina.storage.dynamo.Dynamo.n;
import static lumina.storage.dynamo.Dynamo.s;

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
import lumina.access.Audience;
import lumina.account.UserStore;
import lumina.http.problem.Problem;
import lumina.photo.detail.DynamoPhoto;
import lumina.photo.detail.PhotoKeys;
import lumina.storage.CloudBackend;
import lumina.storage.dynamo.DynamoFields;
import lumina.storage.dynamo.DynamoTables;
import lumina.upload.LegacyPhotoImport;
import lumina.upload.LegacyPhotoImport.Adopted;
import lumina.upload.LegacyPhotoImport.LegacyPhoto;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Adopts photos of the old application: makes derived sizes, rewrites items to the current form
/// and counts comments. It adds a photo to the index last, so that an interrupted one is adopted
/// again.
@Component
@CloudBackend
class DynamoLegacyPhotos {
  private static final int CONCURRENCY = 4;
  private static final int PAGE = 200;

  private final DynamoRewriting rewriting;
  private final DynamoLegacyComments comments;
  private final LegacyPhotoImport photos;
  private final UserStore users;
  private final DynamoTables tables;

  DynamoLegacyPhotos(
      DynamoRewriting rewriting,
      DynamoLegacyComments comments,
      LegacyPhotoImport photos,
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
    report.finish("photos");
  }

  private void adopt(List<DynamoFields> page, AdoptionReport report, boolean dryRun) {
    Set<Long> owners =
        page.stream().map(item -> item.number("user_id")).collect(Collectors.toSet());
    Map<Long, String> names = users.names(owners);
    try (ExecutorService workers = Executors.newFixedThreadPool(CONCURRENCY)) {
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
        report.count("photos left out: their owner does not exist");
        report.note(
            "photo %s belongs to person %d, who does not exist"
                .formatted(photoId, item.number("user_id")));
      } else if (dryRun) {
        foresee(new Found(item, old(item, photoId, owner)), report);
      } else if (photos.has(photoId)) {
        report.count("photos that were adopted before");
      } else {
        adopt(new Found(item, old(item, photoId, owner)), report);
      }
    } catch (Problem.Invalid noPicture) {
      report.count("photos left out: their file is not a picture");
      report.note("photo %s: %s".formatted(photoId, noPicture.sentence()));
    } catch (IOException | RuntimeException failed) {
      report.count(FAILED);
      report.note("photo %s could not be adopted: %s".formatted(photoId, failed));
    } finally {
      report.step("photos", 1);
    }
  }

  static final String FAILED = "photos that failed: run the command again";

  private record Found(DynamoFields item, LegacyPhoto old) {}

  private void foresee(Found photo, AdoptionReport report) throws IOException {
    LegacyPhoto old = photo.old();
    Optional<Long> keptAt = photos.keptAt(old);
    if (keptAt.isEmpty()) {
      leaveOut(old, report);
      return;
    }
    report.count("photos to adopt");
    decide(photo, report);
    comments.foresee(old.photoId(), old.createdAt().orElse(keptAt.get()), report);
  }

  private static void leaveOut(LegacyPhoto old, AdoptionReport report) {
    report.count("photos left out: their file is missing");
    report.note("photo %s has no file in the bucket".formatted(old.photoId()));
  }

  private static void decide(Found photo, AdoptionReport report) {
    String id = photo.old().photoId();
    if (photo.old().createdAt().isEmpty()) {
      report.decided(
          "times that cannot be read",
          "photo %s has no readable upload time (%s): the time of its file is used"
              .formatted(id, photo.item().text("created_at", "timestamp").orElse("nothing")));
    }
    LegacyText words = LegacyText.of(photo.item());
    if (words.topicWasCut()) {
      report.decided(
          "topics that are shortened",
          "photo %s has a topic that is too long (%s): it is shortened to \"%s\""
              .formatted(id, words.topic(), words.fitting().topic()));
    }
  }

  private void adopt(Found found, AdoptionReport report) throws IOException {
    Optional<Adopted> adopted =
        photos.adopt(
            found.old(),
            photo ->
                describe(
                    found,
                    photo,
                    comments.adopt(found.old().photoId(), photo.createdAt(), report)));
    if (adopted.isEmpty()) {
      leaveOut(found.old(), report);
      return;
    }
    report.count("photos adopted");
    decide(found, report);
    if (adopted.get().isStandIn()) {
      report.decided(
          "photos whose original cannot be read",
          "photo %s has an original that is not a picture: a smaller one (%s) replaces it, and %s keeps the old file"
              .formatted(
                  found.old().photoId(),
                  adopted.get().key(),
                  PhotoKeys.unreadable(found.old().photoId())));
    }
  }

  private void describe(Found found, Adopted adopted, Map<String, AttributeValue> aboutComments) {
    LegacyPhoto old = found.old();
    Map<String, AttributeValue> attributes =
        new HashMap<>(DynamoPhoto.item(adopted.photo(), old.username(), adopted.createdAt()));
    attributes.putAll(aboutComments);
    // The old application did not store who liked a photo; only the number stays.
    attributes.put("likes", n(Math.max(0, found.item().number("likes", "like_count"))));
    attributes.putAll(before(found));
    attributes.keySet().removeAll(Set.of("PK", "SK"));
    rewriting.describe(tables.photos(), DynamoPhoto.meta(old.photoId()), attributes);
    rewriting.addMissing(
        tables.photos(),
        DynamoPhoto.byUser(old.userId(), old.photoId()),
        DynamoPhoto.byUserItem(old.userId(), old.photoId()));
  }

  /// The photo's old texts that are replaced.
  private static Map<String, AttributeValue> before(Found found) {
    Map<String, AttributeValue> before = new HashMap<>();
    if (found.old().createdAt().isEmpty()) {
      Stream.of("created_at", "timestamp")
          .filter(found.item()::has)
          .findFirst()
          .ifPresent(name -> before.put("old_time", requireNonNull(found.item().item().get(name))));
    }
    if (LegacyText.of(found.item()).topicWasCut()) {
      before.put("old_topic", s(found.item().text("topic").orElse("")));
    }
    return before;
  }

  private static String photoId(DynamoFields item) {
    return item.text("PK").orElseThrow().substring("PHOTO#".length());
  }

  private static LegacyPhoto old(DynamoFields item, String photoId, String owner) {
    return new LegacyPhoto(
        photoId,
        item.number("user_id"),
        owner,
        LegacyText.of(item).fitting(),
        audience(item),
        LegacyTime.said(item),
        item.text("full_key", "image_key", "s3_key"));
  }

  private static Audience audience(DynamoFields item) {
    Optional<String> said = item.text("audience").map(word -> word.toUpperCase(Locale.ROOT));
    return Stream.of(Audience.values())
        .filter(audience -> said.equals(Optional.of(audience.name())))
        .findFirst()
        .orElse(Audience.PUBLIC);
  }
}
