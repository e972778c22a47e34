package lumina.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import lumina.access.Audience;
import lumina.access.Viewer.Person;
import lumina.comment.Comment;
import lumina.comment.Commenting;
import lumina.like.Liking;
import lumina.photo.Photo;
import lumina.photo.PhotoStore;
import lumina.photo.detail.PhotoText;
import lumina.upload.Duplicates;
import lumina.upload.PhotoUpload;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// Uploads the photos of the demo, and what people say about them.
@Component
@ConditionalOnProperty("lumina.demo-photos")
class DemoPhotos {
  private static final Duration UNTIL_UPLOAD = Duration.ofHours(3);
  private static final Duration UNTIL_LIKE = Duration.ofMinutes(7);
  private static final Duration UNTIL_COMMENT = Duration.ofMinutes(25);

  private final Path pictures;
  private final PhotoUpload upload;
  private final PhotoStore photos;
  private final Liking likes;
  private final Commenting comments;

  DemoPhotos(
      @Value("${lumina.demo-photos}") Path folder,
      PhotoUpload upload,
      PhotoStore photos,
      Liking likes,
      Commenting comments) {
    pictures = folder.resolve("photos");
    this.upload = upload;
    this.photos = photos;
    this.likes = likes;
    this.comments = comments;
  }

  /// Uploads a photo some hours after it was taken; likes and comments follow. Returns its id.
  String play(Script.Upload scene, DemoPeople people, Instant taken) {
    Instant uploaded = taken.plus(UNTIL_UPLOAD);
    String photoId =
        SceneClock.at(uploaded).call(() -> add(people.named(scene.by()), scene, taken));
    play(
        uploaded,
        UNTIL_LIKE,
        scene.likedBy(),
        like -> likes.like(people.named(like.by()), photoId, like.reaction()));
    Map<String, String> latest = new HashMap<>();
    play(
        uploaded,
        UNTIL_COMMENT,
        scene.comments(),
        said -> {
          String by = said.getFirst();
          String answered = said.size() > 2 ? latest.get(said.getLast()) : null;
          Comment comment = comment(people.named(by), photoId, said.get(1), null, answered);
          latest.put(by, comment.commentId());
        });
    return photoId;
  }

  private static <T> void play(Instant from, Duration pause, List<T> deeds, Consumer<T> deed) {
    for (int i = 0; i < deeds.size(); i++) {
      T next = deeds.get(i);
      SceneClock.at(from.plus(pause.multipliedBy(i + 1))).run(() -> deed.accept(next));
    }
  }

  private String add(Person owner, Script.Upload scene, Instant taken) {
    String name = scene.file() + ".webp";
    Path picture = pictures.resolve(name);
    return upload
        .upload(
            owner,
            new PhotoText(scene.topic(), scene.caption(), scene.alt(), scene.tags()),
            Audience.named(scene.audience(), Audience.PUBLIC),
            new PhotoUpload.Delivery(
                name, taken.toEpochMilli(), Duplicates.KEEP, target -> Files.copy(picture, target)))
        .photo()
        .photoId();
  }

  /// @return false if they like it already
  boolean like(Person viewer, String photoId) {
    boolean anew = likes.reaction(viewer.userId(), photoId).isEmpty();
    var _ = likes.like(viewer, photoId, null);
    return anew;
  }

  Comment comment(
      Person author,
      String photoId,
      String text,
      @Nullable String clientId,
      @Nullable String replyTo) {
    Photo photo = photos.find(author, photoId).orElseThrow();
    return comments.add(author, photo.entry(), text, clientId, replyTo);
  }
}
