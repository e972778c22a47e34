package lumina.media.capture;

import com.adobe.internal.xmp.XMPMeta;
import com.drew.metadata.Metadata;
import java.util.List;
import lumina.media.Camera;
import lumina.media.Capture;
import lumina.media.Place;
import lumina.media.Taken;
import lumina.media.metadata.IsoItems;

/// Names the classes that a worker needs to read how pictures were taken.
public final class CaptureClasses {
  public static final List<Class<?>> ALL =
      List.of(
          CaptureReading.class,
          MetadataBlocks.class,
          IsoItems.class,
          FileSpan.class,
          ExifTags.class,
          ExifCapture.class,
          XmpTime.class,
          CameraClock.class,
          Capture.class,
          Taken.class,
          Camera.class,
          Place.class);

  /// A class of each library.
  public static final List<Class<?>> LIBRARIES = List.of(Metadata.class, XMPMeta.class);

  private CaptureClasses() {}
}
