package lumina.survival;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import lumina.media.Clips;
import lumina.media.Pictures;

/// The files that visitors upload: no two of them are equal, and each follows from its name.
final class Originals {
  private static final byte[] PICTURE = Pictures.jpeg(Pictures.noise(200, 150));

  private Originals() {}

  /// Made when it is first needed, since it takes a while. No browser plays it.
  private static final class Clip {
    static final byte[] BYTES = Clips.mpeg4("mp4");
  }

  static byte[] picture(String name) {
    return ending(PICTURE, name.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] clip(String name) {
    byte[] text = name.getBytes(StandardCharsets.UTF_8);
    byte[] box = {0, 0, 0, (byte) (8 + text.length), 'f', 'r', 'e', 'e'};
    return ending(Clip.BYTES, ending(box, text));
  }

  static byte[] of(String name) {
    return name.startsWith("clip") ? clip(name) : picture(name);
  }

  private static byte[] ending(byte[] start, byte[] end) {
    byte[] both = Arrays.copyOf(start, start.length + end.length);
    System.arraycopy(end, 0, both, start.length, end.length);
    return both;
  }
}
