package lumina.media.worker;

import static java.util.Comparator.comparingInt;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import lumina.media.ImageSize;
import lumina.media.still.Derivation;
import lumina.media.still.Derivation.Output;

/// The files of the derived sizes.
final class SizeFiles {
  private SizeFiles() {}

  /// Files in a folder, named after the original.
  static Map<ImageSize, Path> of(Path original, Path folder) {
    String name = String.valueOf(original.getFileName()).replaceFirst("\\.[^.]*$", "");
    Map<ImageSize, Path> files = new EnumMap<>(ImageSize.class);
    for (ImageSize size : ImageSize.values()) {
      files.put(size, folder.resolve(name + size.suffix()).toAbsolutePath());
    }
    return files;
  }

  /// What a worker is asked to write, the largest first.
  static List<Output> outputs(Map<ImageSize, Path> files) {
    return files.entrySet().stream()
        .sorted(comparingInt(file -> -file.getKey().edge()))
        .map(file -> new Output(file.getKey().edge(), saver(file.getKey()), file.getValue()))
        .toList();
  }

  private static String saver(ImageSize size) {
    return switch (size) {
      case THUMB -> Derivation.JPEG_SAVER;
      case SMALL -> Derivation.WALL_SAVER;
      case MEDIUM, LARGE -> Derivation.WEBP_SAVER;
    };
  }
}
