package lumina.media.worker;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
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
import org.jspecify.annotations.Nullable;

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

  private final Path cacheFolder;
  private final String shipped;
  private final List<String> systemFolders;

  public EngineFiles(Path cacheFolder, String shipped, List<String> systemFolders) {
    this.cacheFolder = cacheFolder.toAbsolutePath();
    this.shipped = shipped;
    this.systemFolders = systemFolders;
  }

  Path folder() {
    return cacheFolder;
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
    List<Path> samples = List.of(tagged(), placed("sample", HeicSample.bytes(), ".heic"));
    return installed().map(library -> new Engine(library, samples)).toList();
  }

  private Stream<Path> installed() {
    return systemFolders.stream()
        .map(folder -> Path.of(folder, isMac() ? "libvips.42.dylib" : "libvips.so.42"))
        .filter(Files::isRegularFile);
  }

  /// A picture with private metadata in every form.
  private Path tagged() throws IOException {
    try (InputStream sample = resource("/imaging/tagged.jpg")) {
      return placed("tagged", Objects.requireNonNull(sample).readAllBytes(), ".jpg");
    }
  }

  private Optional<Path> packed() throws IOException {
    String library = shipped + platform() + (isMac() ? "/libvips.dylib" : "/libvips.so");
    try (InputStream checksum = resource(library + ".sha256");
        InputStream content = resource(library)) {
      if (checksum == null || content == null) {
        return Optional.empty();
      }
      String hash =
          new String(checksum.readAllBytes(), StandardCharsets.US_ASCII).strip().substring(0, 16);
      return Optional.of(placed("libvips-" + hash + (isMac() ? ".dylib" : ".so"), content));
    }
  }

  private static @Nullable InputStream resource(String name) {
    return EngineFiles.class.getResourceAsStream(name);
  }

  private static String platform() {
    String architecture = System.getProperty("os.arch", "");
    boolean arm = architecture.equals("aarch64") || architecture.equals("arm64");
    return (isMac() ? "darwin" : "linux") + (arm ? "-arm64" : "-x64");
  }

  private static boolean isMac() {
    return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac");
  }

  /// A jar of the classes that a worker loads.
  Path workerProgram() throws IOException {
    return placed("worker", jar(), ".jar");
  }

  private static byte[] jar() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(bytes)) {
      jar.setLevel(Deflater.NO_COMPRESSION); // it is made at each start
      for (Class<?> outer : WORKER_CLASSES) {
        add(outer, jar);
      }
      for (Class<?> outer : CaptureClasses.ALL) {
        add(outer, jar);
      }
      for (Class<?> library : CaptureClasses.LIBRARIES) {
        addLibrary(library.getProtectionDomain().getCodeSource().getLocation(), jar);
      }
    }
    return bytes.toByteArray();
  }

  private static void add(Class<?> type, JarOutputStream jar) throws IOException {
    String name = "/" + type.getName().replace('.', '/');
    add(name, jar);
    // The compiler makes some anonymous classes, for example to switch over an enum.
    for (int i = 1; EngineFiles.class.getResource(name + "$" + i + ".class") != null; i++) {
      add(name + "$" + i, jar);
    }
    for (Class<?> nested : type.getDeclaredClasses()) {
      add(nested, jar);
    }
  }

  private static void add(String name, JarOutputStream jar) throws IOException {
    try (InputStream content = resource(name + ".class")) {
      if (content == null) {
        throw new IOException(name + " is missing from the application");
      }
      add(name.substring(1) + ".class", content, jar);
    }
  }

  private static void addLibrary(URL library, JarOutputStream jar) throws IOException {
    try (ZipInputStream content = new ZipInputStream(library.openStream())) {
      for (ZipEntry file = content.getNextEntry(); file != null; file = content.getNextEntry()) {
        if (file.getName().endsWith(".class") && !file.getName().startsWith("META-INF")) {
          add(file.getName(), content, jar);
        }
      }
    }
  }

  private static void add(String name, InputStream content, JarOutputStream jar)
      throws IOException {
    JarEntry entry = new JarEntry(name);
    entry.setTime(0);
    jar.putNextEntry(entry);
    content.transferTo(jar);
  }

  private Path placed(String name, byte[] content, String suffix) throws IOException {
    CRC32 checksum = new CRC32();
    checksum.update(content);
    String unique = "%s-%08x%s".formatted(name, checksum.getValue(), suffix);
    return placed(unique, new ByteArrayInputStream(content));
  }

  /// Writes the file atomically, and never again: other processes may share the folder, and the
  /// sandbox of a worker allows exactly the file that was there when the worker started.
  ///
  /// @param name differs for different contents
  private Path placed(String name, InputStream content) throws IOException {
    Path target = cacheFolder.resolve(name);
    if (Files.exists(target)) {
      return target;
    }
    Path half = Files.createTempFile(Files.createDirectories(cacheFolder), "unpacking", ".part");
    try {
      Files.copy(content, half, StandardCopyOption.REPLACE_EXISTING);
      publish(half, target);
    } finally {
      Files.deleteIfExists(half);
    }
    return target;
  }

  /// A move would replace the file of another process; a link does not.
  private static void publish(Path half, Path target) throws IOException {
    try {
      Files.createLink(target, half);
    } catch (FileAlreadyExistsException byAnotherProcess) {
      return;
    } catch (IOException | UnsupportedOperationException noLinksOnThisDisk) {
      Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
    }
  }
}
