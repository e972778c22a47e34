package lumina.media.still;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import lumina.media.metadata.FileBytes;
import lumina.media.metadata.IsoBoxes;
import lumina.media.metadata.IsoBoxes.Box;
import lumina.media.metadata.IsoPictures;

/// Finds the colour space that an AVIF or HEIC names with numbers (nclx) for its main picture.
public final class IsoMediaColour {
  private static final int NUMBERS = 8;

  private IsoMediaColour() {}

  static Optional<ColourSpace> of(FileBytes bytes) throws IOException {
    IsoPictures pictures = IsoPictures.of(new IsoBoxes(bytes));
    for (Box box : pictures.properties(pictures.main())) {
      if (box.name().equals("colr") && box.length() >= NUMBERS) {
        ByteBuffer content = bytes.read(box.content(), NUMBERS);
        byte[] kind = new byte[4];
        content.get(kind);
        if (new String(kind, StandardCharsets.ISO_8859_1).equals("nclx")) {
          return ColourSpace.of(content.getShort(), content.getShort());
        }
      }
    }
    return Optional.empty();
  }
}
