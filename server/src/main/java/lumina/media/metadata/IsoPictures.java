package lumina.media.metadata;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lumina.media.metadata.IsoBoxes.Box;

/// Finds the main picture of an AVIF or HEIC, the pictures that it is made of, and the properties
/// of all of these. Thumbnails, transparency, depth and gain maps are other items, which it skips.
public final class IsoPictures {
  private final IsoBoxes boxes;
  private final List<Box> all = new ArrayList<>();
  private final Map<Long, List<Integer>> owned = new HashMap<>();
  private final List<Long> parts = new ArrayList<>();
  private final Set<Long> wanted = new HashSet<>();
  private long main = -1;

  private IsoPictures(IsoBoxes boxes) {
    this.boxes = boxes;
  }

  public static IsoPictures of(IsoBoxes boxes) throws IOException {
    IsoPictures pictures = new IsoPictures(boxes);
    boxes.eachOfFile(
        box -> {
          if (box.name().equals("meta")) {
            // The boxes may come in any order.
            long first = box.content() + 4;
            boxes.each(first, box.end(), pictures::mainPicture);
            boxes.each(first, box.end(), pictures::references);
            boxes.each(first, box.end(), pictures::properties);
          }
        });
    return pictures;
  }

  /// The main picture; negative if the file names none.
  public long main() {
    return main;
  }

  /// The pictures of which the main one is made, row by row; empty if it is a picture by itself.
  public List<Long> parts() {
    return parts;
  }

  /// The properties of the main picture or of a part, in the order in which they apply.
  public List<Box> properties(long item) {
    return owned.getOrDefault(item, List.of()).stream()
        .filter(index -> index > 0 && index <= all.size())
        .map(index -> all.get(index - 1))
        .toList();
  }

  public Optional<Box> property(long item, String name) {
    return properties(item).stream().filter(box -> box.name().equals(name)).findFirst();
  }

  private void mainPicture(Box box) throws IOException {
    if (box.name().equals("pitm")) {
      ByteBuffer content = boxes.content(box);
      main = number(content, content.getInt() >>> 24 != 0);
      wanted.add(main);
    }
  }

  private void references(Box box) throws IOException {
    if (box.name().equals("iref")) {
      boolean large = boxes.bytes().read(box.content(), 4).getInt() >>> 24 != 0;
      boxes.each(box.content() + 4, box.end(), reference -> parts(reference, large));
    }
  }

  private void parts(Box reference, boolean large) throws IOException {
    if (!reference.name().equals("dimg")) {
      return;
    }
    ByteBuffer content = boxes.content(reference);
    if (number(content, large) == main && parts.isEmpty()) {
      for (int left = Short.toUnsignedInt(content.getShort()); left > 0; left--) {
        parts.add(number(content, large));
      }
      wanted.addAll(parts);
    }
  }

  private void properties(Box box) throws IOException {
    switch (box.name()) {
      case "iprp" -> boxes.each(box.content(), box.end(), this::properties);
      case "ipco" -> boxes.each(box.content(), box.end(), all::add);
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
        if (wanted.contains(item)) {
          owned.computeIfAbsent(item, _ -> new ArrayList<>()).add(index);
        }
      }
    }
  }

  private static long number(ByteBuffer content, boolean large) {
    return large
        ? Integer.toUnsignedLong(content.getInt())
        : Short.toUnsignedLong(content.getShort());
  }
}
