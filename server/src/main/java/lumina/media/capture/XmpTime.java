package lumina.media.capture;

import com.adobe.internal.xmp.XMPConst;
import com.adobe.internal.xmp.XMPException;
import com.adobe.internal.xmp.XMPMeta;
import com.adobe.internal.xmp.XMPMetaFactory;
import com.adobe.internal.xmp.options.ParseOptions;
import java.util.Optional;
import lumina.media.Taken;

/// Reads from XMP when a picture was taken.
final class XmpTime {
  /// The parser needs a multiple of it in memory.
  static final int LONGEST = 1 << 18;

  private static final String[][] PROPERTIES = {
    {XMPConst.NS_EXIF, "DateTimeOriginal"},
    {XMPConst.NS_PHOTOSHOP, "DateCreated"},
    {XMPConst.NS_XMP, "CreateDate"}
  };

  private XmpTime() {}

  static Optional<Taken> of(byte[] xmp, CameraClock clock) {
    try {
      XMPMeta meta =
          XMPMetaFactory.parseFromBuffer(xmp, new ParseOptions().setDisallowDoctype(true));
      for (String[] property : PROPERTIES) {
        String date = meta.getPropertyString(property[0], property[1]);
        Optional<Taken> taken = clock.read(date, null, null, Taken.Source.XMP);
        if (taken.isPresent()) {
          return taken;
        }
      }
    } catch (XMPException | RuntimeException | StackOverflowError unreadable) {
      // as if there were none
    }
    return Optional.empty();
  }
}
