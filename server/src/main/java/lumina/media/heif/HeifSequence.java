package lumina.media.heif;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lumina.media.heif.FfmpegDecoder.Decoded;
import lumina.media.metadata.FileBytes;
import lumina.media.metadata.IsoBoxes;
import lumina.media.metadata.IsoBoxes.Box;

/// A HEIC without a main picture: a track of pictures in HEVC, of which the first is shown.
///
/// @param file the HEIC
public record HeifSequence(Path file, int width, int height) implements CodedPicture {
  /// The boxes that lead to the description of a track's samples.
  private static final Map<String, String> INSIDE =
      Map.of("moov", "trak", "trak", "mdia", "mdia", "minf", "minf", "stbl", "stbl", "stsd");

  private static final Set<String> KINDS = Set.of("hvc1", "hev1");
  private static final int FIRST_ENTRY = 8;
  private static final int KIND_AT = 4;
  private static final int SIZE_AT = 32;

  static Optional<HeifSequence> of(Path file, FileBytes bytes) throws IOException {
    List<HeifSequence> found = new ArrayList<>();
    IsoBoxes boxes = new IsoBoxes(bytes);
    boxes.eachOfFile(
        box -> {
          if (box.name().equals("moov")) {
            descend(boxes, box, description -> found.addAll(track(file, bytes, description)));
          }
        });
    return found.stream().findFirst();
  }

  private static void descend(IsoBoxes boxes, Box box, IsoBoxes.Reader reader) throws IOException {
    String next = INSIDE.get(box.name());
    if (next == null) {
      reader.read(box);
      return;
    }
    boxes.each(
        box.content(),
        box.end(),
        inner -> {
          if (inner.name().equals(next)) {
            descend(boxes, inner, reader);
          }
        });
  }

  private static List<HeifSequence> track(Path file, FileBytes bytes, Box description)
      throws IOException {
    ByteBuffer entry = bytes.read(description.content() + FIRST_ENTRY, SIZE_AT + 4);
    byte[] kind = new byte[4];
    entry.get(KIND_AT, kind);
    boolean hevc = KINDS.contains(new String(kind, StandardCharsets.US_ASCII));
    int width = Short.toUnsignedInt(entry.getShort(SIZE_AT));
    int height = Short.toUnsignedInt(entry.getShort(SIZE_AT + 2));
    return hevc && width > 0 && height > 0
        ? List.of(new HeifSequence(file, width, height))
        : List.of();
  }

  @Override
  public Crop shown() {
    return new Crop(0, 0, width, height);
  }

  @Override
  public long decodedWidth() {
    return width;
  }

  @Override
  public long decodedHeight() {
    return height;
  }

  @Override
  public Decoded decode(FileBytes bytes, FfmpegDecoder ffmpeg, int edge) throws IOException {
    int shownWidth = shown().widthWithin(edge);
    int shownHeight = shown().heightWithin(edge);
    List<String> input = new ArrayList<>(FfmpegDecoder.atMost(width, height));
    input.addAll(List.of("-noautorotate", "-f", "mov", "-i", file.toString(), "-map", "0:v:0"));
    String filters = "scale=%d:%d:flags=bicubic:out_range=full".formatted(shownWidth, shownHeight);
    return ffmpeg.decode(
        input, filters, new PlainTiff(shownWidth, shownHeight, false, 1, new byte[0]));
  }
}
