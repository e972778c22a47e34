package lumina.media.worker;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import lumina.media.Animations;
import lumina.media.Exif;
import lumina.media.Pictures;
import lumina.media.TiffBlock;
import lumina.media.still.VipsFailed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EngineProofTest {
  private static final byte[] PICTURE = Pictures.jpeg(Pictures.plain(16, 16, Color.RED));
  private static final byte[] SECRET = "PRIVATE-SAMPLE".getBytes(StandardCharsets.US_ASCII);

  static Stream<byte[]> filesThatTell() {
    return Stream.of(
        Exif.inJpeg(PICTURE, TiffBlock.exif(1)),
        Pictures.withSegments(PICTURE, Pictures.segment(0xFE, SECRET)),
        Animations.riff(Animations.chunk("XMP ", SECRET)));
  }

  @ParameterizedTest
  @MethodSource("filesThatTell")
  void an_engine_that_writes_more_than_the_picture_is_not_used(byte[] written) {
    assertThatThrownBy(() -> EngineProof.check(written)).isInstanceOf(VipsFailed.class);
  }

  @Test
  void an_engine_that_writes_the_picture_alone_is_used() {
    assertThatCode(() -> EngineProof.check(PICTURE)).doesNotThrowAnyException();
  }
}
