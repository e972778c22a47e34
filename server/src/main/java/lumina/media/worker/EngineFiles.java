package lumina.media.worker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import lumina.media.ImageFormat;
import lumina.media.RefusedImage;
import lumina.media.ThumbHash;
import lumina.media.capture.CaptureClasses;
import lumina.media.metadata.FileBytes;
import lumina.media.metadata.GifCanvas;
import lumina.media.metadata.GifStripper;
import lumina.media.metadata.IsoBoxes;
import lumina.media.metadata.JpegStripper;
import lumina.media.metadata.MetadataStripper;
import lumina.media.metadata.Orientation;
import lumina.media.metadata.TiffPages;
import lumina.media.metadata.WebpStripper;
import lumina.media.process.ClassJar;
import lumina.media.process.Confinement;
import lumina.media.process.Landlock;
import lumina.media.process.ProgramFiles;
import lumina.media.still.ColourSpace;
import lumina.media.still.Decoder;
import lumina.media.still.Derivation;
import lumina.media.still.HeicSample;
import lumina.media.still.IccProfile;
import lumina.media.still.IsoMediaColour;
import lumina.media.still.NativeLibrary;
import lumina.media.still.Original;
import lumina.media.still.PngColour;
import lumina.media.still.RawPreview;
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
          Confinement.class,
          Landlock.class,
          Worker.class,
          WorkerProtocol.class,
          EngineProof.class,
          Derivation.class,
          Original.class,
          Decoder.class,
          ImageFormat.class,
          FileBytes.class,
          TiffPages.class,
          RawPreview.class,
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
          Vips.class,
          VipsSession.class,
          VipsImage.class,
          WideSamples.class,
          VipsFailed.class,
          NativeLibrary.class,
          RefusedImage.class);

  /// Folders that may hold an installed libvips.
  public static final List<String> SYSTEM_FOLDERS =
      List.of(
          "/usr/local/lib",
          "/usr/lib/x86_64-linux-gnu",
          "/usr/lib/aarch64-linux-gnu",
          "/usr/lib64",
          "/usr/lib",
          "/opt/homebrew/lib");

  /// The folder inside the application that holds the shipped libraries.
  public static final String SHIPPED = "/engine/";

  private final ProgramFiles files;
  private final String shipped;
  private final List<String> systemFolders;

  public EngineFiles(Path cacheFolder, String shipped, List<String> systemFolders) {
    this.files = new ProgramFiles(cacheFolder);
    this.shipped = shipped;
    this.systemFolders = systemFolders;
  }

  Path folder() {
    return files.folder();
  }

  /// A library, and the sample pictures on which it must prove that it reads them and writes no
  /// metadata.
  public record Engine(Path library, List<Path> samples) {}

  /// Returns the engines for all formats except HEIC, best first. An installed libvips is used only
  /// if no shipped one runs.
  public List<Engine> engines() throws IOException {
    List<Path> samples = List.of(tagged());
    return Stream.concat(packed().stream(), installed())
        .map(library -> new Engine(library, samples))
        .toList();
  }

  /// Returns the engines for HEIC, which the shipped libvips cannot read.
  List<Engine> heicEngines() throws IOException {
    List<Path> samples = List.of(tagged(), files.placed("sample", HeicSample.bytes(), ".heic"));
    return installed().map(library -> new Engine(library, samples)).toList();
  }

  private Stream<Path> installed() {
    return systemFolders.stream()
        .map(folder -> Path.of(folder, ProgramFiles.isMac() ? "libvips.42.dylib" : "libvips.so.42"))
        .filter(Files::isRegularFile);
  }

  /// A picture with private metadata in every form.
  private Path tagged() throws IOException {
    try (InputStream sample = ProgramFiles.resource("/imaging/tagged.jpg")) {
      return files.placed("tagged", Objects.requireNonNull(sample).readAllBytes(), ".jpg");
    }
  }

  private Optional<Path> packed() throws IOException {
    String library =
        shipped
            + ProgramFiles.platform()
            + (ProgramFiles.isMac() ? "/libvips.dylib" : "/libvips.so");
    try (InputStream checksum = ProgramFiles.resource(library + ".sha256");
        InputStream content = ProgramFiles.resource(library)) {
      if (checksum == null || content == null) {
        return Optional.empty();
      }
      String hash =
          new String(checksum.readAllBytes(), StandardCharsets.US_ASCII).strip().substring(0, 16);
      return Optional.of(
          files.placed("libvips-" + hash + (ProgramFiles.isMac() ? ".dylib" : ".so"), content));
    }
  }

  /// A jar of the classes that a worker loads.
  Path workerProgram() throws IOException {
    List<Class<?>> classes =
        Stream.concat(WORKER_CLASSES.stream(), CaptureClasses.ALL.stream()).toList();
    return files.placed("worker", ClassJar.of(classes, CaptureClasses.LIBRARIES), ".jar");
  }
}
