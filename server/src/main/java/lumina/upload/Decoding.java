package lumina.upload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import lumina.http.problem.Problem;
import lumina.media.DerivedImage;
import lumina.media.RefusedImage;
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
  private final DataFolder folder;
  private final ImageEngine engine;

  Decoding(DataFolder folder, ImageEngine engine) {
    this.folder = folder;
    this.engine = engine;
  }

  /// @param person the uploader
  /// @throws Problem.Invalid if the file is no picture that Lumina can show
  /// @throws Problem.Unavailable if the image engine is down, or too busy
  public void of(long person, Arrival arrival, Keeper keeper) {
    Path workspace = folder.workspace();
    try {
      Path original = workspace.resolve("original");
      arrival.moveTo(original);
      keeper.keep(original, derive(person, original, workspace));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      FileSystemUtils.deleteRecursively(workspace.toFile());
    }
  }

  private DerivedImage derive(long person, Path original, Path workspace) {
    try {
      return engine.derive(original, workspace, person);
    } catch (RefusedImage refused) {
      throw new Problem.Invalid("photo", refused.code(), String.valueOf(refused.getMessage()));
    } catch (EngineUnavailable down) {
      log.warn("Image engine unavailable, upload refused: {}", down.getMessage());
      throw new Problem.Unavailable(
          "images_unavailable", "Lumina cannot accept photos right now. Please try again soon.");
    }
  }
}
