package lumina.media.capture;

import com.drew.imaging.tiff.TiffProcessingException;
import com.drew.imaging.tiff.TiffReader;
import com.drew.lang.RandomAccessReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.tiff.DirectoryTiffHandler;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads those tags of an Exif block that a [lumina.media.Capture] needs. All others, such as notes
/// of the maker, are skipped: a block of 64 kB can make a reader keep gigabytes.
final class ExifTags extends DirectoryTiffHandler {
  private static final Set<Integer> WANTED =
      Set.of(
          ExifDirectoryBase.TAG_MAKE,
          ExifDirectoryBase.TAG_MODEL,
          ExifDirectoryBase.TAG_LENS_MODEL,
          ExifDirectoryBase.TAG_EXPOSURE_TIME,
          ExifDirectoryBase.TAG_FNUMBER,
          ExifDirectoryBase.TAG_ISO_EQUIVALENT,
          ExifDirectoryBase.TAG_FOCAL_LENGTH,
          ExifDirectoryBase.TAG_DATETIME_ORIGINAL,
          ExifDirectoryBase.TAG_SUBSECOND_TIME_ORIGINAL,
          ExifDirectoryBase.TAG_TIME_ZONE_ORIGINAL,
          ExifDirectoryBase.TAG_DATETIME_DIGITIZED,
          ExifDirectoryBase.TAG_SUBSECOND_TIME_DIGITIZED,
          ExifDirectoryBase.TAG_TIME_ZONE_DIGITIZED,
          GpsDirectory.TAG_LATITUDE_REF,
          GpsDirectory.TAG_LATITUDE,
          GpsDirectory.TAG_LONGITUDE_REF,
          GpsDirectory.TAG_LONGITUDE,
          GpsDirectory.TAG_ALTITUDE_REF,
          GpsDirectory.TAG_ALTITUDE,
          GpsDirectory.TAG_TIME_STAMP,
          GpsDirectory.TAG_DATE_STAMP);

  private static final int LONGEST_VALUE = 1_000;
  private static final int MOST_DIRECTORIES = 8;

  /// The library asks for each value that may be an offset, without reading it: an entry may claim
  /// billions.
  private static final int MOST_QUESTIONS = 100_000;

  private int directories;
  private int questions;
  private byte @Nullable [] xmp;

  private ExifTags(Metadata metadata) {
    super(metadata, null);
  }

  /// What was read of a block before it turned out to be damaged, if it is.
  ///
  /// @param xmp that a TIFF holds
  @SuppressWarnings("ArrayRecordComponent") // nobody compares two of them
  record Read(Metadata metadata, byte @Nullable [] xmp) {}

  static final Read NOTHING = new Read(new Metadata(), null);

  static Read of(FileSpan block) {
    Metadata metadata = new Metadata();
    ExifTags tags = new ExifTags(metadata);
    try {
      new TiffReader().processTiff(block, tags, 0);
    } catch (TiffProcessingException | IOException | RuntimeException damaged) {
      // what was read so far counts
    }
    return new Read(metadata, tags.xmp);
  }

  @Override
  public void setTiffMarker(int marker) {
    pushDirectory(ExifIFD0Directory.class);
  }

  @Override
  public boolean tryEnterSubIfd(int tag) {
    if (++questions > MOST_QUESTIONS) {
      throw new IllegalStateException("This block names more directories than any camera.");
    }
    if (!(_currentDirectory instanceof ExifIFD0Directory) || directories == MOST_DIRECTORIES) {
      return false;
    }
    switch (tag) {
      case ExifIFD0Directory.TAG_EXIF_SUB_IFD_OFFSET -> pushDirectory(ExifSubIFDDirectory.class);
      case ExifIFD0Directory.TAG_GPS_INFO_OFFSET -> pushDirectory(GpsDirectory.class);
      default -> {
        return false;
      }
    }
    directories++;
    return true;
  }

  /// The next directories are thumbnails and further pages.
  @Override
  public boolean hasFollowerIfd() {
    return false;
  }

  @Override
  public @Nullable Long tryCustomProcessFormat(int tag, int format, long count) {
    return null;
  }

  /// @return true if the tag is finished with
  @Override
  public boolean customProcessTag(
      int at, Set<Integer> seen, int header, RandomAccessReader block, int tag, int length)
      throws IOException {
    if (tag == ExifDirectoryBase.TAG_APPLICATION_NOTES && length <= XmpTime.LONGEST) {
      xmp = block.getBytes(at, length);
    }
    return !WANTED.contains(tag) || length > LONGEST_VALUE;
  }
}
