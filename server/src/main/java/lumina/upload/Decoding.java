package lumina.upload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import lumina.http.problem.Problem;
import lumina.media.DerivedImage;
import lumina.media.ImageFormat;
import lumina.media.RefusedImage;
import lumina.media.video.VideoEngine;
import lumina.media.worker.EngineUnavailable;
import lumina.media.worker.ImageEngine;
import lumina.storage.DataFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/// Receives a file and makes its sizes, in a temporary folder.
@Component
public class Decoding {
  /// A received file, anywhere on the same disk; it is moved away.
  public interface Arrival {
    void moveTo(Path target) throws IOException;
  }

  /// Keeps the files; all files that it does not move away are deleted.
  public interface Keeper {
    void keep(Path original, DerivedImage derived) throws IOException;
  }

  private static final Logger log = LoggerFactory.getLogger(Decoding.class);

  /// Of these, phones make motion photos.
  private static final Set<ImageFormat> MOVING = Set.of(ImageFormat.JPEG, ImageFormat.HEIC);

  private final DataFolder folder;
  private final ImageEngine engine;
  private final VideoEngine videos;
  private final UploadLimits limits;

  Decoding(DataFolder folder, ImageEngine engine, VideoEngine videos, UploadLimits limits) {
    this.folder = folder;
    this.engine = engine;
    this.videos = videos;
    this.limits = limits;
  }

  /// Whether videos that do not play as they are will be made to.
  boolean transcodesVideos() {
    return videos.transcodes();
  }

  /// Receives the file of a person, who may send a picture or a video.
  ///
  /// @throws Problem.TooLarge if it is larger than a file of its kind may be
  /// @throws Problem as [#of]
  void ofUpload(long person, Arrival arrival, Keeper keeper) {
    again(person, limited(arrival), keeper);
  }

  /// Refuses a file that is larger than one of its kind may be.
  public Arrival limited(Arrival arrival) {
    return target -> {
      arrival.moveTo(target);
      limits.require(target);
      if (Files.exists(motion(target))) {
        limits.require(motion(target));
      }
    };
  }

  /// Receives an original that was accepted before.
  ///
  /// @throws Problem as [#of]
  void again(long person, Arrival arrival, Keeper keeper) {
    receive(
        arrival,
        keeper,
        (original, workspace) -> {
          Optional<ImageFormat> format = ImageFormat.of(original).filter(ImageFormat::isVideo);
          if (format.isPresent()) {
            requireAlone(original);
          }
          return format.isPresent()
              ? videos.derive(original, format.get(), workspace, person)
              : animated(engine.derive(original, workspace, person), original, workspace);
        });
  }

  private static void requireAlone(Path video) throws RefusedImage {
    if (Files.exists(motion(video))) {
      throw new RefusedImage(
          "motion_without_picture",
          "Only a picture has a moving part of its own; please send a video by itself.");
    }
  }

  private DerivedImage animated(DerivedImage image, Path original, Path workspace)
      throws RefusedImage {
    boolean possible = Files.exists(motion(original)) || MOVING.contains(image.format());
    return possible ? videos.animate(image, original, motion(original), workspace) : image;
  }

  /// Where an arrival puts the moving part of a picture that comes as a file of its own.
  ///
  /// @param target where it puts the picture
  public static Path motion(Path target) {
    return target.resolveSibling("motion");
  }

  /// Receives a picture.
  ///
  /// @param person the uploader
  /// @throws Problem.Invalid if the file is no picture that Lumina can show
  /// @throws Problem.Unavailable if the image engine is down, or too busy
  public void of(long person, Arrival arrival, Keeper keeper) {
    receive(arrival, keeper, (original, workspace) -> engine.derive(original, workspace, person));
  }

  private interface Deriving {
    DerivedImage derive(Path original, Path workspace) throws RefusedImage, IOException;
  }

  private void receive(Arrival arrival, Keeper keeper, Deriving deriving) {
    Path workspace = folder.workspace();
    try {
      Path original = workspace.resolve("original");
      arrival.moveTo(original);
      keeper.keep(original, derive(deriving, original, workspace));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      FileSystemUtils.deleteRecursively(workspace.toFile());
    }
  }

  private static DerivedImage derive(Deriving deriving, Path original, Path workspace)
      throws IOException {
    try {
      return deriving.derive(original, workspace);
    } catch (RefusedImage refused) {
      throw new Problem.Invalid("photo", refused.code(), String.valueOf(refused.getMessage()));
    } catch (EngineUnavailable down) {
      log.warn("Image engine unavailable, upload refused: {}", down.getMessage());
      throw new Problem.Unavailable(
          "images_unavailable", "Lumina cannot accept photos right now. Please try again soon.");
    }
  }
}
