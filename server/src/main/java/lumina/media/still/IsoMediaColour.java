package lumina.media.still;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import lumina.media.metadata.FileBytes;
import lumina.media.metadata.IsoBoxes;
import lumina.media.metadata.IsoBoxes.Box;

/// Finds the colour space that an AVIF or HEIC names with numbers (nclx) for its main picture.
public final class IsoMediaColour {
  private final IsoBoxes boxes;
  private final List<Box> properties = new ArrayList<>();
  private final Set<Integer> ofMain = new TreeSet<>();
  private long main = -1;

  private IsoMediaColour(FileBytes bytes) {
    this.boxes = new IsoBoxes(bytes);
  }

  static Optional<ColourSpace> of(FileBytes bytes) throws IOException {
    IsoMediaColour colour = new IsoMediaColour(bytes);
    colour.boxes.eachOfFile(
        box -> {
          if (box.name().equals("meta")) {
            colour.boxes.each(box.content() + 4, box.end(), colour::mainPicture);
            colour.boxes.each(box.content() + 4, box.end(), colour::properties);
          }
        });
    return colour.found();
  }

  private void mainPicture(Box box) throws IOException {
    if (box.name().equals("pitm")) {
      ByteBuffer content = boxes.content(box);
      main = number(content, content.getInt() >>> 24 != 0);
    }
  }

  private void properties(Box box) throws IOException {
    switch (box.name()) {
      case "iprp" -> boxes.each(box.content(), box.end(), this::properties);
      case "ipco" -> boxes.each(box.content(), box.end(), properties::add);
      case "ipma" -> owners(boxes.content(box));
      default -> {}
    }
  }

  private void owners(ByteBuffer content) {
    int head = content.getInt();
    boolean large = (head & 1) != 0;
    for (int entries = content.getInt(); entries > 0; entries--) {
      long item = number(content, head >>> 24 != 0);
      for (int left = Byte.toUnsignedInt(content.get()); left > 0; left--) {
        int index = large ? content.getShort() & 0x7FFF : content.get() & 0x7F;
        if (item == main) {
          ofMain.add(index);
        }
      }
    }
  }

  private static long number(ByteBuffer content, boolean large) {
    return large
        ? Integer.toUnsignedLong(content.getInt())
        : Short.toUnsignedLong(content.getShort());
  }

  private Optional<ColourSpace> found() throws IOException {
    for (int index : ofMain) {
      Box box = index > 0 && index <= properties.size() ? properties.get(index - 1) : null;
      if (box != null && box.name().equals("colr") && box.length() >= 8) {
        ByteBuffer content = boxes.bytes().read(box.content(), 8);
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
