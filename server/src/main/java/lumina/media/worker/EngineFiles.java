package lumina.media.worker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lumina.media.Glance;
import lumina.media.ImageFormat;
import lumina.media.RawTiff;
import lumina.media.RefusedImage;
import lumina.media.ThumbHash;
import lumina.media.capture.CaptureClasses;
import lumina.media.ffmpeg.FfmpegFiles;
import lumina.media.heif.HeifClasses;
import lumina.media.metadata.Cr3Blocks;
import lumina.media.metadata.FileBytes;
import lumina.media.metadata.GifCanvas;
import lumina.media.metadata.GifStripper;
import lumina.media.metadata.IsoBoxes;
import lumina.media.metadata.IsoPictures;
import lumina.media.metadata.JpegStripper;
import lumina.media.metadata.MetadataStripper;
import lumina.media.metadata.Orientation;
import lumina.media.metadata.RawPreview;
import lumina.media.metadata.TiffPages;
import lumina.media.metadata.WebpStripper;
import lumina.media.process.ClassJar;
import lumina.media.process.Confinement;
import lumina.media.process.ProgramFiles;
import lumina.media.still.ColourSpace;
import lumina.media.still.Decoder;
import lumina.media.still.Derivation;
import lumina.media.still.IccProfile;
import lumina.media.still.IsoMediaColour;
import lumina.media.still.NativeLibrary;
import lumina.media.still.Original;
import lumina.media.still.PngColour;
import lumina.media.still.Vips;
import lumina.media.still.VipsFailed;
import lumina.media.still.VipsImage;
import lumina.media.still.VipsSession;
import lumina.media.still.WideSamples;

/// Unpacks the files that workers need on disk: the native library, and the worker's classes in a
/// jar. Neither the system's loader nor a plain `java -cp` can read them inside a packed
/// application.
public final class EngineFiles {
  private static final List<Class<?>> WORKER_CLASSES =
      List.of(
          Worker.class,
          WorkerProtocol.class,
          Derivation.class,
          Original.class,
          Decoder.class,
          ImageFormat.class,
          FileBytes.class,
          TiffPages.class,
          RawTiff.class,
          RawPreview.class,
          Cr3Blocks.class,
          IsoPictures.class,
          JpegStripper.class,
          GifCanvas.class,
          GifStripper.class,
          PngColour.class,
          IsoMediaColour.class,
          IsoBoxes.class,
          ColourSpace.class,
          IccProfile.class,
          WebpStripper.class,
          MetadataStripper.class,
          Orientation.class,
          ThumbHash.class,
          Glance.class,
          Vips.class,
          VipsSession.class,
          VipsImage.class,
          WideSamples.class,
          VipsFailed.class,
          NativeLibrary.class,
          RefusedImage.class);

  private final ProgramFiles files;
  private final FfmpegFiles ffmpeg;

  public EngineFiles(Path cacheFolder) {
    this.files = new ProgramFiles(cacheFolder);
    this.ffmpeg = new FfmpegFiles(cacheFolder);
  }

  Path folder() {
    return files.folder();
  }

  FfmpegFiles ffmpeg() {
    return ffmpeg;
  }

  /// What a worker runs.
  ///
  /// @param library libvips
  /// @param classes a jar of the worker's classes
  /// @param programs the places where ffmpeg is or will be
  public record Engine(Path library, Path classes, List<Path> programs) {}

  /// Returns the engine; empty if none is shipped for this kind of machine.
  public Optional<Engine> engine() throws IOException {
    String suffix = ProgramFiles.isMac() ? ".dylib" : ".so";
    String library = "/engine/" + ProgramFiles.platform() + "/libvips" + suffix;
    try (InputStream checksum = ProgramFiles.resource(library + ".sha256");
        InputStream content = ProgramFiles.resource(library)) {
      if (checksum == null || content == null) {
        return Optional.empty();
      }
      String sum = new String(checksum.readAllBytes(), StandardCharsets.US_ASCII).strip();
      Path file = files.placed("libvips", content, suffix, sum);
      return Optional.of(new Engine(file, workerClasses(), ffmpeg.places()));
    }
  }

  private Path workerClasses() throws IOException {
    List<Class<?>> classes =
        Stream.of(Confinement.CLASSES, WORKER_CLASSES, HeifClasses.ALL, CaptureClasses.ALL)
            .flatMap(List::stream)
            .toList();
    return files.placed("worker", ClassJar.of(classes, CaptureClasses.LIBRARIES), ".jar");
  }
}
