package lumina.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import lumina.media.worker.ImageEngine;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// No derived size contains private metadata of the file, whichever engine makes it.
class MetadataTest {
  private static final List<String> CONTAINERS =
      List.of("Exif", "EXIF", "XMP ", "adobe.com", "8BIM", "ICC", "tEXt");

  private final ImageEngine engine = Engines.shared();
  @TempDir Path folder;

  static Stream<byte[]> filesThatTell() throws IOException {
    byte[] secret = TiffBlock.SERIAL.getBytes(StandardCharsets.US_ASCII);
    byte[] exif = TiffBlock.exif(1);
    byte[] jpeg = Pictures.jpeg(Pictures.quarters(300, 200));
    byte[] png = Pictures.write(Pictures.quarters(300, 200), "png");
    return Stream.of(
        Exif.inJpeg(
            Pictures.withSegments(
                jpeg,
                Pictures.segment(0xFE, secret),
                Pictures.segment(0xE1, xmp()),
                Pictures.segment(0xED, iptc()),
                ColourProfile.segment(ColourProfile.displayP3())),
            exif),
        Pictures.insert(
            png,
            PngChunks.AFTER_HEADER,
            PngChunks.profile(ColourProfile.adobeRgb()),
            PngChunks.chunk("tEXt", Pictures.insert(new byte[] {'A', 0}, 2, secret)),
            PngChunks.chunk("eXIf", exif)),
        // A profile that does not match is not used, and must be removed nevertheless.
        Pictures.insert(png, PngChunks.AFTER_HEADER, PngChunks.profile(new byte[200])),
        Samples.bytes("located.webp"),
        Samples.bytes("located.avif"),
        TiffBlock.pictureWithPlace(30, 20, new byte[30 * 20 * 3], 6));
  }

  private static byte[] xmp() {
    return ("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x='adobe:ns:meta/'><serial>"
            + TiffBlock.SERIAL
            + "</serial></x:xmpmeta>")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] iptc() {
    String record = "\34\2\120\0\17" + TiffBlock.SERIAL;
    String block = "Photoshop 3.0\08BIM\4\4\0\0\0\0\0\24" + record;
    return block.getBytes(StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest
  @MethodSource("filesThatTell")
  void no_metadata_gets_into_any_size(byte[] original) throws Exception {
    DerivedImage derived = engine.derive(Files.write(folder.resolve("original"), original), folder);

    for (Path file : derived.files().values()) {
      byte[] bytes = Files.readAllBytes(file);
      assertThat(Exif.tracesIn(bytes)).as(file.toString()).isEmpty();
      assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain(CONTAINERS);
    }
  }
}
