package lumina.upload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lumina.access.Audience;
import lumina.access.Viewer.Person;
import lumina.blob.BlobStore;
import lumina.blob.NewBlob;
import lumina.http.problem.Problem;
import lumina.id.TimeOrderedId;
import lumina.image.StrippedOriginals;
import lumina.media.Capture;
import lumina.media.Clip;
import lumina.media.DerivedImage;
import lumina.media.ImageFormat;
import lumina.media.Playback;
import lumina.media.Taken;
import lumina.metrics.Measure;
import lumina.metrics.Measured;
import lumina.photo.PendingPhotos;
import lumina.photo.Photo;
import lumina.photo.PhotoStore;
import lumina.photo.detail.NewPhoto;
import lumina.photo.detail.PhotoDetails;
import lumina.photo.detail.PhotoKeys;
import lumina.photo.detail.PhotoText;
import lumina.photo.detail.Picture;
import lumina.photo.detail.StrippedOriginal;
import lumina.upload.DuplicateCheck.Checksums;
import lumina.upload.DuplicateCheck.Duplicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Uploads a photo: decodes it, stores its files, then makes it visible.
///
/// When [#upload] returns, original, derived sizes and row survive a crash. When it throws, nothing
/// is left.
@Component
public class PhotoUpload implements Measured {
  private final Decoding decoding;
  private final BlobStore blobs;
  private final PendingPhotos pending;
  private final PhotoStore photos;
  private final Clock clock;
  private final UploadOutcomes outcomes = new UploadOutcomes();

  PhotoUpload(
      Decoding decoding, BlobStore blobs, PendingPhotos pending, PhotoStore photos, Clock clock) {
    this.decoding = decoding;
    this.blobs = blobs;
    this.pending = pending;
    this.photos = photos;
    this.clock = clock;
  }

  @Override
  public List<Measure> measures() {
    return outcomes.measures();
  }

  /// A file that arrives.
  ///
  /// @param fileName its name on the sender's device, null if unknown
  /// @param takenHint its date there, in milliseconds since 1970, null if unknown
  /// @param duplicates what to do if its owner has it already
  /// @param origin what another place says about an imported file, null for all others
  public record Delivery(
      @Nullable String fileName,
      @Nullable Long takenHint,
      Duplicates duplicates,
      Decoding.Arrival arrival,
      @Nullable Origin origin) {
    public Delivery(
        @Nullable String fileName,
        @Nullable Long takenHint,
        Duplicates duplicates,
        Decoding.Arrival arrival) {
      this(fileName, takenHint, duplicates, arrival, null);
    }
  }

  /// @param duplicate whether its owner had the photo before, so that none was added
  public record Result(Photo photo, boolean duplicate) {}

  /// Decides at the last moment whether a photo is added.
  public interface Condition {
    Condition NONE = photoId -> {};

    /// Runs in the transaction that adds the photo; throws if it must not be added.
    void require(String photoId);

    default Condition and(Condition other) {
      return photoId -> {
        require(photoId);
        other.require(photoId);
      };
    }
  }

  /// Returns the photo that an upload of this file would find instead of adding one.
  public Optional<String> find(Person owner, Checksums file, Duplicates duplicates) {
    return check(owner, file, duplicates).find();
  }

  /// Uploads a photo without a condition.
  public Result upload(Person owner, PhotoText words, Audience audience, Delivery file) {
    return upload(owner, words, audience, file, Condition.NONE);
  }

  /// @throws Problem.Invalid if the file is no picture that Lumina can show
  /// @throws Problem.TooLarge if it exceeds the quota
  /// @throws Problem.Unavailable if the image engine is down
  public Result upload(
      Person owner, PhotoText words, Audience audience, Delivery file, Condition condition) {
    return outcomes.count(() -> addOrFind(owner, words, audience, file, condition));
  }

  private Result addOrFind(
      Person owner, PhotoText words, Audience audience, Delivery file, Condition condition) {
    try {
      String photoId = add(owner, words, audience, file, condition);
      return photos
          .find(owner, photoId)
          .map(photo -> new Result(photo, false))
          .orElseThrow(() -> new Problem.NotFound("photo")); // deleted with its account
    } catch (Duplicate duplicate) {
      return photos
          .find(owner, duplicate.photoId())
          .map(photo -> new Result(photo, true))
          .orElseThrow(() -> new Problem.NotFound("photo")); // deleted at this moment
    }
  }

  private String add(
      Person owner, PhotoText words, Audience audience, Delivery file, Condition condition) {
    String id = TimeOrderedId.at(clock.millis());
    DuplicateCheck[] check = new DuplicateCheck[1];
    decoding.ofUpload(
        owner.userId(),
        target -> {
          file.arrival().moveTo(target);
          check[0] = check(owner, Checksums.of(target), file.duplicates());
          check[0].requireNew();
          photos.requireRoom(owner, Files.size(target));
        },
        (original, derived) -> {
          Picture picture = Picture.of(derived, Files.size(original));
          Origin origin = file.origin();
          Capture read = derived.capture();
          Capture capture =
              (origin == null ? read : origin.complete(read)).or(hint(file.takenHint()));
          NewPhoto photo =
              new NewPhoto(
                  id,
                  owner.userId(),
                  audience,
                  derived.format(),
                  new PhotoDetails(words, picture, capture),
                  FileName.of(file.fileName()),
                  check[0].checksum(),
                  StrippedOriginal.UNKNOWN,
                  playback(derived));
          Condition allowed = isNew(check[0]).and(condition);
          keep(owner, new Arrived(photo, imported(origin, derived), allowed), original, derived);
        });
    return id;
  }

  private static Condition isNew(DuplicateCheck check) {
    return photoId -> check.requireNew();
  }

  private DuplicateCheck check(Person owner, Checksums file, Duplicates duplicates) {
    return new DuplicateCheck(photos, blobs, owner, file, duplicates);
  }

  private static @Nullable Playback playback(DerivedImage derived) {
    Clip clip = derived.clip();
    return clip == null ? null : clip.playback();
  }

  private @Nullable Taken hint(@Nullable Long at) {
    return at != null && Taken.isPossible(at, clock.millis())
        ? new Taken(at, null, Taken.Source.FILE)
        : null;
  }

  private PhotoStore.@Nullable Imported imported(@Nullable Origin origin, DerivedImage derived) {
    return origin == null ? null : origin.imported(derived.capture(), clock.millis());
  }

  /// @param imported null if it is not imported
  private record Arrived(
      NewPhoto photo, PhotoStore.@Nullable Imported imported, Condition condition) {}

  private void keep(Person owner, Arrived arrived, Path original, DerivedImage derived)
      throws IOException {
    NewPhoto photo = arrived.photo();
    pending.note(photo.photoId());
    boolean kept = false;
    try {
      StrippedOriginal clean = keepFiles(photo, original, derived);
      NewPhoto complete = photo.with(clean);
      Runnable condition = () -> arrived.condition().require(photo.photoId());
      PhotoStore.Imported imported = arrived.imported();
      if (imported == null) {
        photos.add(owner, complete, clock.millis(), condition);
      } else {
        photos.add(owner, complete, imported, condition);
      }
      kept = true;
    } finally {
      if (!kept) {
        pending.giveUp(photo.photoId(), photos::exists);
      }
    }
  }

  /// A private photo has no stripped original yet, since nobody else can download it.
  private StrippedOriginal keepFiles(NewPhoto photo, Path original, DerivedImage derived)
      throws IOException {
    String id = photo.photoId();
    ImageFormat format = photo.format();
    Path copy = original.resolveSibling("clean");
    StrippedOriginal clean =
        photo.audience() == Audience.PRIVATE
            ? StrippedOriginal.UNKNOWN
            : StrippedOriginals.write(id, format, original, copy);
    List<NewBlob> files = new ArrayList<>(sizes(id, derived));
    files.add(new NewBlob(PhotoKeys.full(id, format), original, format.mediaType()));
    if (clean == StrippedOriginal.COPY) {
      files.add(new NewBlob(PhotoKeys.clean(id, format), copy, format.stripped().mediaType()));
    }
    Clip clip = derived.clip();
    if (clip != null) {
      files.addAll(ofClip(id, clip));
    }
    blobs.put(files);
    return clean;
  }

  private static List<NewBlob> ofClip(String id, Clip clip) {
    List<NewBlob> files = new ArrayList<>();
    if (clip.playable() != null) {
      files.add(new NewBlob(PhotoKeys.video(id), clip.playable(), ImageFormat.MP4.mediaType()));
    }
    if (clip.source() != null) {
      files.add(new NewBlob(PhotoKeys.motion(id), clip.source(), ImageFormat.MOV.mediaType()));
    }
    return files;
  }

  /// The derived sizes, to be stored.
  static List<NewBlob> sizes(String photoId, DerivedImage image) {
    return image.files().entrySet().stream()
        .map(
            derived ->
                new NewBlob(
                    PhotoKeys.derived(photoId, derived.getKey()),
                    derived.getValue(),
                    derived.getKey().mediaType()))
        .toList();
  }
}
