package lumina.media.still;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import lumina.media.RefusedImage;
import lumina.media.ThumbHash;
import lumina.media.heif.CodedPicture;
import lumina.media.heif.FfmpegDecoder;
import lumina.media.heif.FfmpegDecoder.Decoded;
import lumina.media.metadata.FileBytes;
import lumina.media.metadata.WebpStripper;

/// Makes all derived files of one original inside the worker, and decodes it only once.
public final class Derivation {
  public static final String JPEG_SAVER = ".jpg[Q=85,strip,background=255]";
  public static final String WEBP_SAVER = ".webp[Q=80,effort=2,strip]";

  /// Of pictures that walls show at less than their size, a dozen at once: a sixth smaller, and
  /// what is lost is not seen there.
  public static final String WALL_SAVER = ".webp[Q=75,effort=2,strip]";

  /// A JPEG in the shape of link previews.
  public static final String PREVIEW_SAVER = "preview";

  public static final int PREVIEW_WIDTH = 1_200;
  public static final int PREVIEW_HEIGHT = 630;

  private static final int MAX_SIDE = 30_000;
  private static final long MAX_PIXELS = 120_000_000;

  /// A progressive JPEG is held in memory as a whole, at three to six bytes a pixel.
  private static final long MAX_PROGRESSIVE_PIXELS = 50_000_000;

  /// Decoding a progressive picture takes this many times as long as a sequential one.
  private static final int PASSES = 4;

  private static final int PLACEHOLDER_EDGE = 100;

  private final VipsSession vips;
  private final Path folder;
  private final ExecutorService alongside;
  private final Optional<Path> programs;
  private Original original;
  private boolean complete = true;

  /// @param folder for temporary files of the engine; the caller deletes them
  /// @param alongside encodes the largest size in parallel, since that takes as long as all others
  ///   together
  /// @param programs the folder of ffmpeg; without it, HEIC and BMP are refused
  /// @throws RefusedImage if the file holds no picture that can be shown
  public Derivation(
      VipsSession vips, Path file, Path folder, ExecutorService alongside, Optional<Path> programs)
      throws RefusedImage {
    this.vips = vips;
    this.original = Original.of(file, folder.resolve("copy"));
    this.folder = folder;
    this.alongside = alongside;
    this.programs = programs;
  }

  /// One file to make.
  public record Output(int edge, String saver, Path file) {}

  public record Result(
      int width, int height, String placeholder, boolean damaged, boolean animated) {}

  /// Estimates the work from the header, in pixels of a sequential picture.
  ///
  /// @throws RefusedImage if the picture exceeds the limits
  public long pixelsToDecode() throws RefusedImage {
    if (original.coded().isPresent()) {
      return guard(original.coded().get());
    }
    VipsImage header = header();
    guard(header);
    long pixels = (long) header.width() * header.height();
    return header.isProgressive() ? PASSES * pixels : pixels;
  }

  /// @param outputs the largest first
  public Result write(List<Output> outputs) throws RefusedImage {
    Optional<CodedPicture> coded = original.coded();
    if (coded.isPresent()) {
      decode(coded.get(), outputs.getFirst().edge());
    }
    VipsImage header = header();
    guard(header);
    Decoder.Decoded master =
        new Decoder(vips, original, header, folder, outputs.getFirst().edge()).decode();
    if (!complete && vips.isUniform(master.image())) {
      throw Decoder.unreadable();
    }
    VipsImage smallest = saveAll(master.image(), outputs);
    int width = coded.map(picture -> picture.shown().width()).orElseGet(header::width);
    int height = coded.map(picture -> picture.shown().height()).orElseGet(header::height);
    boolean turned = header.liesOnItsSide();
    return new Result(
        turned ? height : width,
        turned ? width : height,
        placeholder(smallest),
        master.damaged() || !complete,
        original.moves() || (original.format().hasFrames() && header.frames() > 1));
  }

  /// Replaces the original by a smaller picture that the engine reads.
  private void decode(CodedPicture coded, int edge) throws RefusedImage {
    guard(coded);
    if (programs.isEmpty()) {
      throw Decoder.unreadable();
    }
    try (FileBytes bytes = FileBytes.reading(original.file())) {
      Decoded decoded = coded.decode(bytes, new FfmpegDecoder(programs.get(), folder), edge);
      original = original.decoded(decoded.tiff());
      complete = decoded.complete();
    } catch (IOException | BufferUnderflowException | IndexOutOfBoundsException broken) {
      throw Decoder.unreadable();
    }
  }

  private VipsImage saveAll(VipsImage master, List<Output> outputs) {
    Output largest = outputs.getFirst();
    CompletableFuture<Void> encoded =
        CompletableFuture.runAsync(() -> save(master, largest), alongside);
    VipsImage image = master;
    try {
      for (Output output : outputs.subList(1, outputs.size())) {
        image = vips.shrink(image, output.edge());
        save(image, output);
      }
    } finally {
      encoded.join();
    }
    return image;
  }

  private void save(VipsImage image, Output output) {
    try {
      Files.write(output.file(), encode(vips, image, output.saver()));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// Encodes a picture; all files are made here. The picture has no metadata, and the metadata that
  /// a saver adds by itself is removed.
  public static byte[] encode(VipsSession vips, VipsImage image, String saver) {
    if (saver.equals(PREVIEW_SAVER)) {
      return vips.encode(vips.cover(image, PREVIEW_WIDTH, PREVIEW_HEIGHT), JPEG_SAVER);
    }
    byte[] file = vips.encode(image, saver);
    return saver.startsWith(".webp") ? WebpStripper.bare(file) : file;
  }

  private VipsImage header() throws RefusedImage {
    try {
      return vips.open(original.file());
    } catch (VipsFailed unreadable) {
      throw Decoder.unreadable();
    }
  }

  private static void guard(VipsImage header) throws RefusedImage {
    guard(
        header.width(),
        header.height(),
        header.isProgressive() ? MAX_PROGRESSIVE_PIXELS : MAX_PIXELS);
  }

  private static long guard(CodedPicture coded) throws RefusedImage {
    guard(coded.decodedWidth(), coded.decodedHeight(), MAX_PIXELS);
    return coded.decodedWidth() * coded.decodedHeight();
  }

  private static void guard(long width, long height, long most) throws RefusedImage {
    if (width > MAX_SIDE || height > MAX_SIDE || width * height > most) {
      throw new RefusedImage(
          "too_many_pixels",
          "This picture is %d × %d pixels; please send one of at most %d megapixels and %d pixels a side."
              .formatted(width, height, most / 1_000_000, MAX_SIDE));
    }
  }

  private String placeholder(VipsImage image) {
    VipsImage small = vips.shrink(image, PLACEHOLDER_EDGE);
    byte[] rgba = ThumbHash.rgba(vips.pixels(small), small.bands());
    return Base64.getEncoder().encodeToString(ThumbHash.of(small.width(), small.height(), rgba));
  }
}
