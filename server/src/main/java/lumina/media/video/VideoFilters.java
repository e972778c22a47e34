package lumina.media.video;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lumina.media.video.Video.Picture;

/// The filters of ffmpeg that make the pictures of any video those that every screen shows: upright
/// (which ffmpeg does by itself), of square pixels, without combs, in the colours of sRGB.
final class VideoFilters {
  private static final String TONE_MAPPED =
      "zscale=t=linear:npl=203,format=gbrpf32le,zscale=p=bt709,tonemap=tonemap=hable:desat=0,"
          + "zscale=t=bt709:m=bt709:r=tv";

  private static final String NARROWED = "zscale=p=bt709:t=bt709:m=bt709:r=tv";

  /// The matrices that every filter reads, without knowing the curve or the primaries.
  private static final Set<String> PLAIN =
      Set.of("bt709", "fcc", "bt470bg", "smpte170m", "smpte240m");

  /// From this height on, a video that does not say its colours has those of HD.
  private static final int HD = 720;

  private VideoFilters() {}

  static List<String> of(Picture picture, VideoSize size) {
    List<String> filters = new ArrayList<>();
    assumed(picture).ifPresent(filters::add);
    if (picture.interlaced()) {
      filters.add("yadif");
    }
    filters.add("scale=%d:%d:flags=bicubic".formatted(size.width(), size.height()));
    if (picture.isHdr()) {
      filters.add(TONE_MAPPED);
    } else if (isWide(picture)) {
      filters.add(NARROWED);
    }
    filters.add("setsar=1");
    return filters;
  }

  /// Many files say only a part of their colours, but the filters need all of it.
  private static Optional<String> assumed(Picture picture) {
    if (picture.isHdr()) {
      return Optional.of("setparams=color_primaries=bt2020:colorspace=bt2020nc");
    }
    if (isWide(picture)) {
      return Optional.of("setparams=color_primaries=bt2020:color_trc=bt709:colorspace=bt2020nc");
    }
    boolean unsaid = picture.matrix().isEmpty() || picture.matrix().equals("unknown");
    boolean clear = unsaid ? picture.height() < HD : PLAIN.contains(picture.matrix());
    return clear ? Optional.empty() : Optional.of("setparams=colorspace=bt709");
  }

  private static boolean isWide(Picture picture) {
    return picture.matrix().startsWith("bt2020");
  }
}
