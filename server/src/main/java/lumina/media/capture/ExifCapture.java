package lumina.media.capture;

import com.drew.lang.GeoLocation;
import com.drew.lang.Rational;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lumina.media.Camera;
import lumina.media.Place;
import lumina.media.Taken;
import org.jspecify.annotations.Nullable;

/// What an Exif block says about how its picture was taken. Values that cannot be count as none.
record ExifCapture(Metadata metadata, CameraClock clock) {
  private static final int LONGEST_TEXT = 100;
  private static final int BELOW_SEA = 1;

  Optional<Taken> taken() {
    return Stream.of(
            date(
                ExifDirectoryBase.TAG_DATETIME_ORIGINAL,
                ExifDirectoryBase.TAG_SUBSECOND_TIME_ORIGINAL,
                ExifDirectoryBase.TAG_TIME_ZONE_ORIGINAL),
            date(
                ExifDirectoryBase.TAG_DATETIME_DIGITIZED,
                ExifDirectoryBase.TAG_SUBSECOND_TIME_DIGITIZED,
                ExifDirectoryBase.TAG_TIME_ZONE_DIGITIZED))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<Taken> date(int date, int fraction, int offset) {
    return clock.read(string(date), string(fraction), string(offset), Taken.Source.EXIF);
  }

  /// The time of the satellites, which is UTC.
  Optional<Taken> gpsTime() {
    Directory gps = metadata.getFirstDirectoryOfType(GpsDirectory.class);
    Rational[] time = gps == null ? null : gps.getRationalArray(GpsDirectory.TAG_TIME_STAMP);
    String date = gps == null ? null : gps.getString(GpsDirectory.TAG_DATE_STAMP);
    if (date == null || time == null || time.length != 3 || !isTime(time)) {
      return Optional.empty();
    }
    String written =
        "%s %02d:%02d:%02d"
            .formatted(date.strip(), time[0].intValue(), time[1].intValue(), time[2].intValue());
    return clock.read(written, null, "Z", Taken.Source.GPS);
  }

  private static boolean isTime(Rational[] time) {
    return areKnown(time)
        && Stream.of(time).map(Rational::doubleValue).allMatch(part -> part >= 0 && part < 61);
  }

  /// Receivers without a signal write 0/0, which the library takes for 0.
  private static boolean areKnown(Rational @Nullable ... parts) {
    return parts != null && Stream.of(parts).noneMatch(part -> part.getDenominator() == 0);
  }

  @Nullable Camera camera() {
    Integer iso = number(ExifDirectoryBase.TAG_ISO_EQUIVALENT).map(Double::intValue).orElse(null);
    return new Camera(
            text(ExifDirectoryBase.TAG_MAKE),
            text(ExifDirectoryBase.TAG_MODEL),
            text(ExifDirectoryBase.TAG_LENS_MODEL),
            number(ExifDirectoryBase.TAG_EXPOSURE_TIME).orElse(null),
            number(ExifDirectoryBase.TAG_FNUMBER).orElse(null),
            iso,
            number(ExifDirectoryBase.TAG_FOCAL_LENGTH).orElse(null))
        .orNull();
  }

  @Nullable Place place() {
    GpsDirectory gps = metadata.getFirstDirectoryOfType(GpsDirectory.class);
    GeoLocation found = gps == null ? null : gps.getGeoLocation();
    if (gps == null
        || found == null
        || found.isZero()
        || !isOnEarth(found)
        || !areKnown(gps.getRationalArray(GpsDirectory.TAG_LATITUDE))
        || !areKnown(gps.getRationalArray(GpsDirectory.TAG_LONGITUDE))) {
      return null;
    }
    return new Place(found.getLatitude(), found.getLongitude(), altitude(gps));
  }

  private static boolean isOnEarth(GeoLocation place) {
    return Math.abs(place.getLatitude()) <= 90 && Math.abs(place.getLongitude()) <= 180;
  }

  private static @Nullable Double altitude(GpsDirectory gps) {
    Rational metres = gps.getRational(GpsDirectory.TAG_ALTITUDE);
    if (metres == null || metres.getDenominator() == 0) {
      return null;
    }
    Integer reference = gps.getInteger(GpsDirectory.TAG_ALTITUDE_REF);
    boolean below = Objects.requireNonNullElse(reference, 0) == BELOW_SEA;
    return below ? -metres.doubleValue() : metres.doubleValue();
  }

  private Optional<Double> number(int tag) {
    return directory(tag)
        .map(found -> found.getRational(tag))
        .map(Rational::doubleValue)
        .filter(value -> Double.isFinite(value) && value > 0);
  }

  private @Nullable String text(int tag) {
    String written = string(tag);
    String text =
        written == null
            ? ""
            : written.replaceAll("[\\p{Cntrl}\\p{Cs}\\uFFFD]", " ").replaceAll("\\s+", " ").strip();
    return text.isEmpty()
        ? null
        : text.codePoints()
            .limit(LONGEST_TEXT)
            .mapToObj(Character::toString)
            .collect(Collectors.joining());
  }

  private @Nullable String string(int tag) {
    return directory(tag).map(found -> found.getString(tag)).orElse(null);
  }

  /// Some programs write tags into the directory beside the right one.
  private Optional<Directory> directory(int tag) {
    return Stream.of(ExifSubIFDDirectory.class, ExifIFD0Directory.class)
        .flatMap(type -> metadata.getDirectoriesOfType(type).stream())
        .map(Directory.class::cast)
        .filter(found -> found.containsTag(tag))
        .findFirst();
  }
}
