package lumina.media.video;

import java.util.ArrayList;
import java.util.List;
import lumina.media.video.Video.Picture;

/// The filters of ffmpeg that make the pictures of any video those that every screen shows: upright
/// (which ffmpeg does by itself), of square pixels, without combs, in the colours of sRGB.
final class VideoFilters {
  /// Some cameras say only the curve of HDR; its primaries are always these.
  private static final String TONE_MAPPED =
      "setparams=color_primaries=bt2020:colorspace=bt2020nc,"
          + "zscale=t=linear:npl=203,format=gbrpf32le,zscale=p=bt709,tonemap=tonemap=hable:desat=0,"
          + "zscale=t=bt709:m=bt709:r=tv";

  private static final String NARROWED = "zscale=p=bt709:t=bt709:m=bt709:r=tv";

  /// From this height on, a video that does not say its colours has those of HD.
  private static final int HD = 720;

  private VideoFilters() {}

  static List<String> of(Picture picture, VideoSize size) {
    List<String> filters = new ArrayList<>();
    if (picture.interlaced()) {
      filters.add("yadif");
    }
    filters.add(
        "scale=%d:%d:flags=bicubic%s".formatted(size.width(), size.height(), matrix(picture)));
    if (picture.isHdr()) {
      filters.add(TONE_MAPPED);
    } else if (picture.matrix().startsWith("bt2020")) {
      filters.add(NARROWED);
    }
    filters.add("setsar=1");
    return filters;
  }

  private static String matrix(Picture picture) {
    boolean unsaid = picture.matrix().isEmpty() || picture.matrix().equals("unknown");
    return unsaid && picture.height() >= HD ? ":in_color_matrix=bt709" : "";
  }
}
