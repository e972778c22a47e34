package lumina.media.worker;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import lumina.media.still.Derivation;
import lumina.media.still.Vips;
import lumina.media.still.VipsFailed;
import lumina.media.still.VipsImage;
import lumina.media.still.VipsSession;

/// Checks an engine before it gets any photo: it must read the samples and write files without
/// metadata.
final class EngineProof {
  /// The metadata of the samples, and the names of the file parts that would hold it.
  private static final List<String> UNWANTED =
      List.of("PRIVATE-SAMPLE", "Exif", "EXIF", "XMP ", "xmp", "8BIM", "ICC");

  private EngineProof() {}

  /// @throws VipsFailed if the engine fails the check
  static void of(Vips vips, List<Path> samples) {
    for (Path sample : samples) {
      try (VipsSession session = new VipsSession(vips)) {
        VipsImage image = session.shrink(sample, 16, "", false, null);
        for (String saver : List.of(Derivation.JPEG_SAVER, Derivation.WEBP_SAVER)) {
          check(Derivation.encode(session, image, saver));
        }
      }
    }
  }

  static void check(byte[] file) {
    String content = new String(file, StandardCharsets.ISO_8859_1);
    for (String unwanted : UNWANTED) {
      if (content.contains(unwanted)) {
        throw new VipsFailed("it leaves metadata in what it saves");
      }
    }
  }
}
