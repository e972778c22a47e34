package lumina.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import lumina.media.ffmpeg.Ffmpeg;
import lumina.media.ffmpeg.FfmpegFailed;
import org.springframework.util.FileSystemUtils;

/// Makes small videos with the shipped ffmpeg.
public final class Clips {
  private static final Path CACHE = Path.of("target", "clips").toAbsolutePath();
  private static final Ffmpeg FFMPEG = new Ffmpeg(CACHE);
  private static final Map<List<String>, byte[]> MADE = new ConcurrentHashMap<>();

  private Clips() {}

  /// One second of 64 × 48 pixels with sound, as every browser plays it.
  public static byte[] mp4(String... more) {
    return of("mp4", withSound("libopenh264", more));
  }

  /// The same, as no browser plays it.
  public static byte[] mpeg4(String container, String... more) {
    return of(container, withSound("mpeg4", more));
  }

  /// A video whose description is whole, but whose frames are noise.
  public static byte[] undecodable() {
    byte[] clip = mp4("-movflags", "+faststart");
    int start = new String(clip, StandardCharsets.ISO_8859_1).indexOf("mdat") + 4;
    byte[] noise = new byte[clip.length - start];
    new Random(1).nextBytes(noise);
    System.arraycopy(noise, 0, clip, start, noise.length);
    return clip;
  }

  /// Changes what an MP4 says about its length, and nothing else.
  ///
  /// @param boxes of `mvhd`, `mdhd` and `elst`: those of the file, of its streams, and of what is
  ///   cut off
  public static byte[] saying(int seconds, byte[] mp4, String... boxes) {
    String names = new String(mp4, StandardCharsets.ISO_8859_1);
    ByteBuffer changed = ByteBuffer.wrap(mp4.clone());
    int scale = changed.getInt(names.indexOf("mvhd") + 16);
    for (String box : boxes) {
      for (int at = names.indexOf(box); at >= 0; at = names.indexOf(box, at + 1)) {
        if (box.equals("elst")) {
          changed.putInt(at + 12, seconds * scale);
        } else {
          changed.putInt(at + 20, seconds * changed.getInt(at + 16));
        }
      }
    }
    return changed.array();
  }

  public static byte[] webm() {
    return of("webm", picture("64x48", 1, "libvpx"));
  }

  /// A video that says nothing about its colours but their matrix.
  public static byte[] tagged(String matrix) {
    String picture = "testsrc=size=64x48:rate=10:duration=1,format=yuv420p,setparams=colorspace=";
    return of("matroska", List.of("-filter_complex", picture + matrix, "-c:v", "ffv1"));
  }

  private static List<String> withSound(String codec, String... more) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(
        List.of("-filter_complex", "testsrc=size=64x48:rate=10:duration=1[v];sine=duration=1[a]"));
    arguments.addAll(List.of("-map", "[v]", "-map", "[a]"));
    arguments.addAll(List.of("-pix_fmt", "yuv420p", "-c:v", codec, "-c:a", "aac"));
    arguments.addAll(List.of(more));
    return arguments;
  }

  /// A video without sound.
  ///
  /// @param size in pixels, as in `64x48`
  public static List<String> picture(String size, int seconds, String codec) {
    return List.of(
        "-filter_complex",
        "testsrc=size=%s:rate=10:duration=%d".formatted(size, seconds),
        "-pix_fmt",
        "yuv420p",
        "-c:v",
        codec);
  }

  /// The same video is made once.
  ///
  /// @param arguments of ffmpeg, without the name of the result
  public static byte[] of(String container, List<String> arguments) {
    List<String> all = new ArrayList<>(arguments);
    all.addAll(List.of("-f", container, "made"));
    return MADE.computeIfAbsent(all, Clips::make).clone();
  }

  private static byte[] make(List<String> arguments) {
    try {
      Path folder = Files.createTempDirectory(Files.createDirectories(CACHE), "made-");
      run(Ffmpeg.Program.FFMPEG, folder, arguments);
      byte[] made = Files.readAllBytes(folder.resolve("made"));
      FileSystemUtils.deleteRecursively(folder);
      return made;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// What `ffprobe` says about a video: its streams and tags.
  public static String probe(byte[] video) {
    try {
      Path folder = Files.createTempDirectory(Files.createDirectories(CACHE), "probed-");
      Path file = Files.write(folder.resolve("video"), video);
      List<String> asked = List.of("-show_streams", "-show_format", "-of", "flat");
      List<String> all = new ArrayList<>(asked);
      all.add(file.toString());
      String said = run(Ffmpeg.Program.FFPROBE, folder, all);
      FileSystemUtils.deleteRecursively(folder);
      return said;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String run(Ffmpeg.Program program, Path folder, List<String> arguments) {
    Duration most = Duration.ofSeconds(60);
    try {
      return FFMPEG.run(
          new Ffmpeg.Job(
              program,
              List.of(folder),
              folder,
              arguments,
              new Ffmpeg.Limits(most, most, 4L << 30)));
    } catch (FfmpegFailed failed) {
      throw new IllegalStateException(failed);
    }
  }
}
