package lumina.media.heif;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import lumina.media.metadata.FileBytes;
import lumina.media.metadata.IsoBoxes.Box;
import lumina.media.metadata.IsoPictures;

/// How the decoded samples of a HEIC become the picture that its maker saw.
///
/// @param deep whether samples have more than 8 bits
/// @param orientation 1 to 8, as in Exif
/// @param crop the part that is shown
/// @param profile the box of the ICC profile; its content follows a name of four bytes
/// @param matrix code point of ITU-T H.273, negative if the samples themselves say it
/// @param fullRange whether samples use all values; meaningless without a matrix
public record HeifLook(
    boolean deep,
    int orientation,
    Optional<Crop> crop,
    Optional<Box> profile,
    int matrix,
    boolean fullRange) {
  private static final int DEPTH_AT = 17;

  /// Orientations of Exif by quarter turns clockwise, without and with a mirror after them.
  private static final int[][] ORIENTATIONS = {{1, 6, 3, 8}, {2, 5, 4, 7}};

  static HeifLook of(FileBytes bytes, IsoPictures pictures, Box config) throws IOException {
    boolean deep = (bytes.read(config.content() + DEPTH_AT, 1).get() & 7) > 0;
    Optional<Crop> crop = Optional.empty();
    Optional<Box> profile = Optional.empty();
    int matrix = -1;
    boolean fullRange = false;
    int turns = 0;
    int mirrored = 0;
    for (Box box : pictures.properties(pictures.main())) {
      ByteBuffer content = bytes.read(box.content(), Math.min(40, box.length()));
      switch (box.name()) {
        case "irot" -> turns += (mirrored == 0 ? -1 : 1) * (content.get() & 3);
        case "imir" -> {
          turns += (content.get() & 1) == 0 ? 2 : 0; // top and bottom are exchanged
          mirrored ^= 1;
        }
        case "clap" -> crop = crop(bytes, pictures, content);
        case "colr" -> {
          switch (name(content)) {
            case "prof", "rICC" -> profile = Optional.of(box);
            case "nclx" -> {
              matrix = content.getShort(8);
              fullRange = content.get(10) < 0;
            }
            default -> {}
          }
        }
        default -> {}
      }
    }
    int orientation = ORIENTATIONS[mirrored][turns & 3];
    return new HeifLook(deep, orientation, crop, profile, matrix, fullRange);
  }

  private static String name(ByteBuffer content) {
    byte[] name = new byte[4];
    content.get(name);
    return new String(name, StandardCharsets.ISO_8859_1);
  }

  /// The box holds width, height and the distances of the centres as fractions.
  private static Optional<Crop> crop(FileBytes bytes, IsoPictures pictures, ByteBuffer content)
      throws IOException {
    Optional<Box> size = pictures.property(pictures.main(), "ispe");
    if (size.isEmpty()) {
      return Optional.empty();
    }
    ByteBuffer whole = bytes.read(size.get().content(), 12);
    double wholeWidth = whole.getInt(4);
    double wholeHeight = whole.getInt(8);
    double width = fraction(content);
    double height = fraction(content);
    double left = (wholeWidth - width) / 2 + fraction(content);
    double top = (wholeHeight - height) / 2 + fraction(content);
    boolean inside =
        width >= 1
            && height >= 1
            && left >= 0
            && top >= 0
            && left + width <= wholeWidth + 1
            && top + height <= wholeHeight + 1;
    return inside
        ? Optional.of(
            new Crop(
                (int) left,
                (int) top,
                (int) Math.min(width, wholeWidth - (int) left),
                (int) Math.min(height, wholeHeight - (int) top)))
        : Optional.empty();
  }

  private static double fraction(ByteBuffer content) {
    double numerator = content.getInt();
    return numerator / content.getInt();
  }
}
