package lumina.media.capture;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import lumina.media.Camera;
import lumina.media.Capture;
import lumina.media.Exif;
import lumina.media.Pictures;
import lumina.media.Place;
import lumina.media.PngChunks;
import lumina.media.Taken;
import lumina.media.TiffBlock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaptureReadingTest {
  private static final long NOW = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();
  private static final int ORIGINAL = 0x9003;
  private static final int DIGITIZED = 0x9004;
  private static final int OFFSET = 0x9011;
  private static final int FRACTION = 0x9291;
  private static final String DAY = "2024:05:01 12:30:15";
  private static final byte[] PHOTO = Pictures.jpeg(Pictures.quarters(30, 20));
  private static final Map<Integer, Object> NORTH_EAST =
      Map.of(1, "N", 2, new int[] {52, 1, 30, 1, 0, 1}, 3, "E", 4, new int[] {13, 1, 15, 1, 36, 1});

  @TempDir Path folder;

  private Capture read(byte[] file) throws IOException {
    return CaptureReading.of(Files.write(folder.resolve("file"), file), NOW);
  }

  private Capture camera(Map<Integer, Object> tags) throws IOException {
    return read(Exif.inJpeg(PHOTO, TiffBlock.exif(Map.of(0x10F, "Make"), tags, Map.of(0x1D, ""))));
  }

  private Capture at(Map<Integer, Object> gps) throws IOException {
    return read(Exif.inJpeg(PHOTO, TiffBlock.exif(Map.of(), Map.of(0x9000, "0230"), gps)));
  }

  private static @Nullable String text(@Nullable Taken taken) {
    return taken == null
        ? null
        : "%s %s %s"
            .formatted(Instant.ofEpochMilli(taken.at()), taken.offset(), taken.from().word());
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "2024:05:01 12:30:15, 2024-05-01T12:30:15Z null exif",
        "2024-05-01T12:30:15, 2024-05-01T12:30:15Z null exif",
        "2024-05-01T12:30:15.25+02:00, 2024-05-01T12:30:15.250Z 120 exif",
        "2024/05/01 12:30:15, 2024-05-01T12:30:15Z null exif",
        "'  2024:05:01 12:30  ', 2024-05-01T12:30:00Z null exif",
        "2024:05:01, 2024-05-01T00:00:00Z null exif",
        "1826:01:01 00:00:00, 1826-01-01T00:00:00Z null exif",
        "2026:01:02 23:00:00, 2026-01-02T23:00:00Z null exif",
        "0000:00:00 00:00:00, none",
        "'    :  :     :  :  ', none",
        "1825:12:31 23:59:59, none",
        "2026:01:04 00:00:00, none",
        "2024:02:30 12:00:00, none",
        "2024:05:01 25:00:00, none",
        "99999:05:01 12:00:00, none",
        "yesterday, none",
      })
  void dates_are_read_however_they_are_written(String written, @Nullable String expected)
      throws IOException {
    assertThat(text(camera(Map.of(ORIGINAL, written)).taken())).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "+05:45, 345",
    "-03:30, -210",
    "+0200, 120",
    "Z, 0",
    "+99:00, null",
    "+02:75, null",
    "east, null"
  })
  void offsets_are_minutes_east_of_utc(String written, String minutes) throws IOException {
    assertThat(text(camera(Map.of(ORIGINAL, DAY, OFFSET, written)).taken()))
        .isEqualTo("2024-05-01T12:30:15Z " + minutes + " exif");
  }

  @ParameterizedTest
  @CsvSource({"5, .500", "123, .123", "'12 ', .120", "123456, .123", "x, ''"})
  void fractions_of_a_second_are_read_from_their_own_tag(String digits, String millis)
      throws IOException {
    assertThat(text(camera(Map.of(ORIGINAL, DAY, FRACTION, digits)).taken()))
        .isEqualTo("2024-05-01T12:30:15" + millis + "Z null exif");
  }

  @Test
  void the_better_source_of_the_time_wins() throws IOException {
    Map<Integer, Object> gps = Map.of(7, new int[] {8, 1, 9, 1, 10, 1}, 0x1D, "2020:01:02");
    byte[] xmp = xmp("2021-03-04T05:06:07-08:00");
    byte[] jpeg = Pictures.withSegments(PHOTO, Pictures.segment(0xE1, jpegXmp(xmp)));
    Map<Integer, Object> both = Map.of(ORIGINAL, DAY, DIGITIZED, "2022:02:02 02:02:02");

    assertThat(from(Exif.inJpeg(jpeg, exif(both, gps)))).startsWith("2024-05-01");
    assertThat(from(Exif.inJpeg(jpeg, exif(Map.of(ORIGINAL, "0000", DIGITIZED, DAY), gps))))
        .startsWith("2024-05-01");
    assertThat(from(Exif.inJpeg(jpeg, exif(Map.of(ORIGINAL, "0000"), gps))))
        .isEqualTo("2021-03-04T05:06:07Z -480 xmp");
    assertThat(from(Exif.inJpeg(PHOTO, exif(Map.of(ORIGINAL, "0000"), gps))))
        .isEqualTo("2020-01-02T08:09:10Z 0 gps");
    assertThat(from(PHOTO)).isNull();
  }

  private @Nullable String from(byte[] file) throws IOException {
    return text(read(file).taken());
  }

  private static byte[] exif(Map<Integer, Object> camera, Map<Integer, Object> gps) {
    return TiffBlock.exif(Map.of(), camera, gps);
  }

  private static byte[] xmp(String date) {
    return """
    <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
    <rdf:Description xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:CreateDate="%s"/></rdf:RDF></x:xmpmeta>
    """
        .formatted(date)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] jpegXmp(byte[] xmp) {
    byte[] name = "http://ns.adobe.com/xap/1.0/\0".getBytes(StandardCharsets.US_ASCII);
    return Pictures.insert(name, name.length, xmp);
  }

  @Test
  void every_kind_of_file_tells() throws IOException {
    byte[] exif = exif(Map.of(ORIGINAL, DAY), Map.of(0x1D, ""));
    byte[] png = Pictures.write(Pictures.quarters(30, 20), "png");
    byte[] itxt =
        Pictures.insert(
            "XML:com.adobe.xmp\0\0\0\0\0".getBytes(StandardCharsets.US_ASCII), 22, xmp(DAY));
    List<byte[]> files =
        List.of(
            exif, // a TIFF
            Exif.inJpeg(PHOTO, exif),
            Pictures.insert(png, PngChunks.AFTER_HEADER, PngChunks.chunk("eXIf", exif)),
            Pictures.insert(png, png.length - 12, PngChunks.chunk("iTXt", itxt)),
            webp(exif),
            webp(Pictures.insert("Exif\0\0".getBytes(StandardCharsets.US_ASCII), 6, exif)));
    for (byte[] file : files) {
      assertThat(from(file)).startsWith("2024-05-01T12:30:15Z");
    }
    ByteBuffer movie = ByteBuffer.allocate(12 + 8 + 108);
    movie.putInt(12).put("ftypavis".getBytes(StandardCharsets.US_ASCII)).putInt(116);
    movie.put("moov".getBytes(StandardCharsets.US_ASCII)).putInt(108);
    movie.put("mvhd".getBytes(StandardCharsets.US_ASCII)).putInt(0);
    movie.putInt((int) (2_082_844_800L + Instant.parse("2024-05-01T10:00:00Z").getEpochSecond()));
    assertThat(from(movie.array())).isEqualTo("2024-05-01T10:00:00Z 0 container");
  }

  private static byte[] webp(byte[] exif) {
    byte[] head = "RIFF\0\0\0\0WEBPEXIF".getBytes(StandardCharsets.US_ASCII);
    byte[] size = ByteBuffer.allocate(4).putInt(Integer.reverseBytes(exif.length)).array();
    return Pictures.insert(head, head.length, size, exif);
  }

  @Test
  void the_camera_is_read_and_its_texts_are_cleaned() throws IOException {
    byte[] exif =
        TiffBlock.exif(
            Map.of(0x10F, "  Make\u0007\tInc. ", 0x110, "m".repeat(300)),
            Map.ofEntries(
                entry(0x829A, new int[] {1, 250}),
                entry(0x829D, new int[] {18, 10}),
                entry(0x8827, 200),
                entry(0x920A, new int[] {0, 0}),
                entry(0xA434, "\u0001\u0002")),
            Map.of());
    assertThat(read(Exif.inJpeg(PHOTO, exif)).camera())
        .isEqualTo(new Camera("Make Inc.", "m".repeat(100), null, 0.004, 1.8, 200, null));
    assertThat(read(PHOTO)).isEqualTo(Capture.UNKNOWN);
  }

  @Test
  void the_place_is_read_with_its_hemisphere() throws IOException {
    assertThat(at(NORTH_EAST).place()).isEqualTo(new Place(52.5, 13.26, null));
    assertThat(at(with(1, "S", 3, "W", 6, new int[] {305, 10})).place())
        .isEqualTo(new Place(-52.5, -13.26, 30.5));
  }

  private static Map<Integer, Object> with(Object... changes) {
    Map<Integer, Object> gps = new java.util.HashMap<>(NORTH_EAST);
    for (int i = 0; i < changes.length; i += 2) {
      gps.put((Integer) changes[i], changes[i + 1]);
    }
    return gps;
  }

  static Stream<Map<Integer, Object>> nowhere() {
    return Stream.of(
        with(2, new int[] {0, 0, 0, 0, 0, 0}),
        with(2, new int[] {91, 1, 0, 1, 0, 1}),
        with(4, new int[] {181, 1, 0, 1, 0, 1}),
        with(2, new int[] {0, 1, 0, 1, 0, 1}, 4, new int[] {0, 1, 0, 1, 0, 1}),
        with(2, new int[] {52, 1}),
        with(2, "N"));
  }

  @ParameterizedTest
  @MethodSource("nowhere")
  void a_place_that_cannot_be_counts_as_none(Map<Integer, Object> gps) throws IOException {
    assertThat(at(gps).place()).isNull();
  }

  @Test
  void what_is_written_down_is_read_again() {
    Capture capture =
        new Capture(
            new Taken(-5, -210, Taken.Source.EXIF),
            new Camera("Ma=ke", null, "50mm", 0.004, null, 64_000, 1e-7),
            new Place(-0.5, 180, -3.0));
    assertThat(Capture.read(capture.written())).isEqualTo(capture);
    assertThat(Capture.read("")).isEqualTo(Capture.UNKNOWN);
    assertThat(Capture.UNKNOWN.written()).isEmpty();
  }

  /// Truncated files, and bytes that lie about lengths and offsets.
  @ParameterizedTest
  @ValueSource(strings = {"jpeg", "tiff", "png", "webp"})
  @Timeout(20)
  void damaged_files_never_fail(String format) throws IOException {
    byte[] exif = exif(Map.of(ORIGINAL, DAY, OFFSET, "+01:00"), NORTH_EAST);
    byte[] file =
        switch (format) {
          case "tiff" -> exif;
          case "png" ->
              Pictures.insert(
                  Pictures.write(Pictures.quarters(8, 8), "png"),
                  PngChunks.AFTER_HEADER,
                  PngChunks.chunk("eXIf", exif));
          case "webp" -> webp(exif);
          default -> Exif.inJpeg(Arrays.copyOf(PHOTO, 200), exif);
        };
    Random random = new Random(1);
    for (int length = 12; length < file.length; length += 7) {
      assertThat(read(Arrays.copyOf(file, length))).isNotNull();
    }
    for (int i = 0; i < 1_000; i++) {
      byte[] spoiled = file.clone();
      for (int n = 0; n < 4; n++) {
        spoiled[4 + random.nextInt(file.length - 4)] = (byte) (random.nextBoolean() ? -1 : n);
      }
      assertThat(read(spoiled)).isNotNull();
    }
  }

  /// A small block whose tags all claim the rest of it would fill a worker's memory.
  @Test
  @Timeout(20)
  void a_block_that_claims_much_needs_little() throws IOException {
    ByteBuffer block = ByteBuffer.allocate(60_000);
    block.put(new byte[] {'M', 'M', 0, 42}).putInt(8).putShort((short) 4_900);
    for (int tag = 0; tag < 4_900; tag++) {
      block.putShort((short) (tag * 13)).putShort((short) 7).putInt(59_000).putInt(8);
    }
    long before = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    assertThat(read(Exif.inJpeg(PHOTO, block.array()))).isNotNull();
    long after = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    assertThat(after - before).isLessThan(50_000_000);
  }
}
