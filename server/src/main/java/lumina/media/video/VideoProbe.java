package lumina.media.video;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lumina.media.RefusedImage;
import lumina.media.video.Video.Picture;
import lumina.media.video.Video.Sound;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads what a video file says about itself, and refuses what would take too much.
final class VideoProbe {
  private static final int MAX_SIDE = 8_192;
  private static final long MAX_PIXELS = 36_000_000;
  static final double MAX_SECONDS = 6 * 3_600;

  /// What files say about their length is not exact.
  private static final double WHOLE = 0.9;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final String TAGS =
      "creation_time,date,location,com.apple.quicktime.creationdate,"
          + "com.apple.quicktime.location.ISO6709,com.apple.quicktime.make,"
          + "com.apple.quicktime.model";

  private static final List<String> ARGUMENTS =
      List.of(
          "-max_streams",
          "32",
          "-show_entries",
          "format=duration:format_tags="
              + TAGS
              + ":stream=index,codec_type,codec_name,pix_fmt,width,height,sample_aspect_ratio,"
              + "avg_frame_rate,nb_frames,duration,field_order,color_transfer,color_space"
              + ":stream_disposition=attached_pic:stream_side_data=rotation",
          "-of",
          "json=compact=1");

  private VideoProbe() {}

  static Video read(VideoFile file) throws RefusedImage {
    JsonNode said = said(file);
    JsonNode pictures = null;
    JsonNode sound = null;
    for (JsonNode stream : said.path("streams")) {
      switch (stream.path("codec_type").asString("")) {
        case "video" -> pictures = pictures == null && !isCover(stream) ? stream : pictures;
        case "audio" -> sound = sound == null ? stream : sound;
        default -> {}
      }
    }
    if (pictures == null) {
      throw new RefusedImage(
          RefusedImage.UNSUPPORTED, "There is no picture in this file, so it cannot be shown.");
    }
    JsonNode container = said.path("format");
    double seconds = number(container.path("duration"));
    Picture picture = picture(pictures, seconds);
    limit(picture, seconds);
    return new Video(
        file.format(),
        picture,
        sound == null ? null : new Sound(sound.path("index").asInt(0), text(sound, "codec_name")),
        seconds,
        tags(container.path("tags")));
  }

  private static JsonNode said(VideoFile file) throws RefusedImage {
    try {
      return JSON.readTree(file.probe(ARGUMENTS));
    } catch (JacksonException unclear) {
      throw unreadable();
    }
  }

  static RefusedImage unreadable() {
    return new RefusedImage(
        RefusedImage.UNSUPPORTED,
        "This video is broken or of a kind we cannot read; please send it as MP4.");
  }

  private static boolean isCover(JsonNode stream) {
    return stream.path("disposition").path("attached_pic").asInt(0) == 1;
  }

  /// @param seconds of the whole file, which counts if the stream does not say its own
  private static Picture picture(JsonNode stream, double seconds) {
    double own = number(stream.path("duration"));
    return new Picture(
        stream.path("index").asInt(0),
        text(stream, "codec_name"),
        text(stream, "pix_fmt"),
        stream.path("width").asInt(0),
        stream.path("height").asInt(0),
        ratio(text(stream, "sample_aspect_ratio"), ':').orElse(1.0),
        Math.abs(rotation(stream)) % 180 == 90,
        ratio(text(stream, "avg_frame_rate"), '/').orElse(0.0),
        (long) number(stream.path("nb_frames")),
        own > 0 ? own : seconds,
        List.of("tt", "bb", "tb", "bt").contains(text(stream, "field_order")),
        text(stream, "color_transfer"),
        text(stream, "color_space"));
  }

  private static int rotation(JsonNode stream) {
    for (JsonNode data : stream.path("side_data_list")) {
      if (data.has("rotation")) {
        return (int) Math.round(number(data.path("rotation")));
      }
    }
    return 0;
  }

  private static void limit(Picture picture, double seconds) throws RefusedImage {
    int width = picture.shownWidth();
    int height = picture.shownHeight();
    if (picture.width() < 1 || picture.height() < 1) {
      throw unreadable();
    }
    if (Math.max(width, height) > MAX_SIDE || (long) width * height > MAX_PIXELS) {
      throw new RefusedImage(
          "too_many_pixels", "This video has too many pixels; please send it as 4K or smaller.");
    }
    requireShort(seconds);
  }

  static void requireShort(double seconds) throws RefusedImage {
    if (seconds > MAX_SECONDS) {
      throw new RefusedImage(
          "too_long", "This video is longer than six hours; please cut it into shorter ones.");
    }
  }

  /// A file that broke off, or says that it is longer than it is, is refused: who sends it has a
  /// better one. The sound may end long before the picture.
  ///
  /// @param seconds how much of the picture could be read
  static void requireWhole(Picture said, double seconds) throws RefusedImage {
    if (seconds <= 0) {
      throw unreadable();
    }
    requireShort(seconds);
    if (seconds < said.seconds() * WHOLE - 0.2) {
      throw new RefusedImage(
          RefusedImage.UNSUPPORTED, "This video breaks off before its end; please send it again.");
    }
  }

  private static Map<String, String> tags(JsonNode tags) {
    Map<String, String> all = new HashMap<>();
    tags.properties().forEach(tag -> all.put(tag.getKey(), tag.getValue().asString("")));
    return all;
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).asString("");
  }

  private static double number(JsonNode written) {
    try {
      double number = Double.parseDouble(written.asString("0"));
      return Double.isFinite(number) ? number : 0;
    } catch (NumberFormatException none) {
      return 0;
    }
  }

  private static Optional<Double> ratio(String written, char by) {
    String[] parts = written.split(String.valueOf(by), 2);
    if (parts.length < 2 || !parts[0].matches("\\d{1,9}") || !parts[1].matches("\\d{1,9}")) {
      return Optional.empty();
    }
    double above = Double.parseDouble(parts[0]);
    double below = Double.parseDouble(parts[1]);
    return above > 0 && below > 0 ? Optional.of(above / below) : Optional.empty();
  }
}
