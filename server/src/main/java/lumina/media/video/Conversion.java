package lumina.media.video;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lumina.media.video.Video.Picture;
import lumina.media.video.Video.Sound;

/// The arguments with which ffmpeg makes another file of a video. No metadata goes into any.
final class Conversion {
  /// Browsers play frames at other rates, too, but twice as many take twice as long to make.
  private static final double MAX_RATE = 30;

  private static final double USUAL_RATE = 30;

  /// With this many the codec is close to the original on most videos.
  private static final double BITS_A_PIXEL = 0.1;

  private static final long MIN_BITS = 200_000;

  private static final List<String> NO_METADATA =
      List.of("-map_metadata", "-1", "-map_chapters", "-1", "-fflags", "+bitexact");

  /// A browser can begin to play before it has the end of the file.
  private static final List<String> MP4 = List.of("-movflags", "+faststart", "-f", "mp4");

  /// Some cameras write time and place between the frames, as "supplemental information".
  private static final List<String> COPIED =
      List.of("-c", "copy", "-bsf:v", "filter_units=remove_types=6", "-tag:v", "avc1");

  private Conversion() {}

  /// Copies picture and sound into a file of its own.
  static List<String> copy(Video video, String target) {
    List<String> all = new ArrayList<>(streams(video));
    all.addAll(COPIED);
    all.addAll(NO_METADATA);
    all.addAll(MP4);
    all.add(target);
    return all;
  }

  /// Reads the whole picture, and makes nothing.
  static List<String> read(Video video) {
    return List.of("-map", "0:" + video.picture().stream(), "-c", "copy", "-f", "null", "-");
  }

  static List<String> transcode(Video video, String target) {
    Picture picture = video.picture();
    VideoSize size = VideoSize.within(picture.shownWidth(), picture.shownHeight());
    List<String> filters = new ArrayList<>(VideoFilters.of(picture, size));
    filters.add("format=yuv420p");
    double rate = picture.rate() > 0 ? Math.min(picture.rate(), MAX_RATE) : USUAL_RATE;
    long bits = Math.max(MIN_BITS, Math.round(size.pixels() * rate * BITS_A_PIXEL));
    List<String> all = new ArrayList<>(streams(video));
    all.addAll(List.of("-vf", String.join(",", filters), "-c:v", "libopenh264"));
    all.addAll(List.of("-profile:v", "high", "-coder", "cabac", "-threads", "2"));
    all.addAll(List.of("-b:v", String.valueOf(bits), "-g", String.valueOf(Math.round(2 * rate))));
    if (picture.rate() > MAX_RATE + 1) {
      all.addAll(List.of("-r", String.format(Locale.ROOT, "%.3f", MAX_RATE)));
    } else {
      all.addAll(List.of("-fps_mode", "vfr"));
    }
    all.addAll(List.of("-c:a", "aac", "-b:a", "128k", "-ac", "2"));
    all.addAll(List.of("-t", String.valueOf((long) VideoProbe.MAX_SECONDS)));
    all.addAll(NO_METADATA);
    all.addAll(MP4);
    all.add(target);
    return all;
  }

  /// One frame as a PNG, the most typical of some.
  static List<String> poster(Video video, VideoSize size, String target) {
    List<String> filters = new ArrayList<>(VideoFilters.of(video.picture(), size));
    filters.add("thumbnail=n=20");
    filters.add("format=rgb24");
    return List.of(
        "-map",
        "0:" + video.picture().stream(),
        "-vf",
        String.join(",", filters),
        "-frames:v",
        "1",
        "-compression_level",
        "1",
        "-map_metadata",
        "-1",
        "-f",
        "image2",
        "-update",
        "1",
        "-c:v",
        "png",
        target);
  }

  private static List<String> streams(Video video) {
    List<String> streams = new ArrayList<>(List.of("-map", "0:" + video.picture().stream()));
    Sound sound = video.sound();
    if (sound != null) {
      streams.addAll(List.of("-map", "0:" + sound.stream()));
    }
    return streams;
  }
}
