package lumina.media.metadata;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import lumina.media.metadata.IsoBoxes.Box;
import org.jspecify.annotations.Nullable;

/// Finds the blocks of a CR3 that say how the picture was taken. Each is a TIFF of one directory.
public final class Cr3Blocks {
  /// The blocks are in a box whose content begins with an identifier of this length.
  private static final int IDENTIFIER = 16;

  private final IsoBoxes boxes;
  private final Map<String, Box> found = new HashMap<>();

  private Cr3Blocks(FileBytes bytes) {
    this.boxes = new IsoBoxes(bytes);
  }

  public static Cr3Blocks of(FileBytes bytes) throws IOException {
    Cr3Blocks blocks = new Cr3Blocks(bytes);
    blocks.boxes.eachOfFile(
        box -> {
          if (box.name().equals("moov")) {
            blocks.boxes.each(box.content(), box.end(), blocks::inMovie);
          }
        });
    return blocks;
  }

  private void inMovie(Box box) throws IOException {
    if (box.name().equals("uuid")) {
      boxes.each(
          box.content() + IDENTIFIER,
          box.end(),
          block -> {
            if (block.name().startsWith("CMT")) {
              found.putIfAbsent(block.name(), block);
            }
          });
    }
  }

  /// The camera, and the orientation.
  public @Nullable Box camera() {
    return found.get("CMT1");
  }

  /// The time, and the exposure.
  public @Nullable Box exposure() {
    return found.get("CMT2");
  }

  int orientation() throws IOException {
    Box camera = camera();
    return camera == null ? Orientation.UPRIGHT : Orientation.of(boxes.content(camera).array());
  }
}
