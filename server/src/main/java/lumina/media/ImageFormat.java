package lumina.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// The formats of originals. The first bytes of a file decide its format, never its name or the
/// type that a client declares.
public enum ImageFormat {
  JPEG("jpg", "image/jpeg"),
  PNG("png", "image/png"),
  GIF("gif", "image/gif"),
  WEBP("webp", "image/webp"),
  AVIF("avif", "image/avif"),
  HEIC("heic", "image/heic"),
  TIFF("tiff", "image/tiff"),
  MP4("mp4", "video/mp4"),
  MOV("mov", "video/quicktime"),
  WEBM("webm", "video/webm"),
  MKV("mkv", "video/x-matroska"),
  AVI("avi", "video/x-msvideo"),
  BMP("bmp", "image/bmp"),
  DNG("dng", "image/x-adobe-dng"),
  CR2("cr2", "image/x-canon-cr2"),
  CR3("cr3", "image/x-canon-cr3"),
  NEF("nef", "image/x-nikon-nef"),
  ARW("arw", "image/x-sony-arw"),
  RAF("raf", "image/x-fuji-raf"),
  ORF("orf", "image/x-olympus-orf"),
  RW2("rw2", "image/x-panasonic-rw2");

  private static final int ENOUGH_TO_TELL = 64;

  /// The first boxes of movies from before brands.
  private static final Set<String> OLD_MOVIE = Set.of("moov", "mdat", "wide", "free", "skip");

  private static final Set<ImageFormat> RAW = EnumSet.of(DNG, CR2, CR3, NEF, ARW, RAF, ORF, RW2);

  private final String suffix;
  private final String mediaType;

  ImageFormat(String suffix, String mediaType) {
    this.suffix = suffix;
    this.mediaType = mediaType;
  }

  /// The usual file name extension, without the dot.
  public String suffix() {
    return suffix;
  }

  public String mediaType() {
    return mediaType;
  }

  public boolean isVideo() {
    return mediaType.startsWith("video/");
  }

  /// Whether a file may hold several frames of an animation. The pages of a TIFF are not frames.
  public boolean hasFrames() {
    return this == GIF || this == WEBP;
  }

  /// Whether it is the raw file of a camera, of which Lumina shows the largest embedded JPEG.
  public boolean isRaw() {
    return RAW.contains(this);
  }

  /// The format in which others than the owner download it.
  public ImageFormat stripped() {
    return isVideo() ? MP4 : isRaw() ? JPEG : this;
  }

  public static Optional<ImageFormat> of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      Optional<ImageFormat> format = of(in);
      return format.equals(Optional.of(TIFF)) ? RawTiff.of(file).or(() -> format) : format;
    }
  }

  /// Reads the first bytes of a file.
  public static Optional<ImageFormat> of(InputStream in) throws IOException {
    return of(in.readNBytes(ENOUGH_TO_TELL));
  }

  static Optional<ImageFormat> of(byte[] start) {
    String text = new String(start, StandardCharsets.ISO_8859_1);
    if (text.startsWith("\u00ff\u00d8\u00ff")) {
      return Optional.of(JPEG);
    }
    if (text.startsWith("\u0089PNG\r\n\u001a\n")) {
      return Optional.of(PNG);
    }
    if (text.startsWith("GIF87a") || text.startsWith("GIF89a")) {
      return Optional.of(GIF);
    }
    if (text.startsWith("RIFF") && text.startsWith("WEBP", 8)) {
      return Optional.of(WEBP);
    }
    if (text.startsWith("ftyp", 4)) {
      return ofBrands(text.substring(8, Math.min(text.length(), ENOUGH_TO_TELL)));
    }
    if (text.startsWith("\u001aE\u00df\u00a3")) {
      return Optional.of(text.contains("webm") ? WEBM : MKV);
    }
    if (text.startsWith("RIFF") && text.startsWith("AVI ", 8)) {
      return Optional.of(AVI);
    }
    if (OLD_MOVIE.contains(
        text.substring(Math.min(4, text.length()), Math.min(8, text.length())))) {
      return Optional.of(MOV);
    }
    // The second pair is BigTIFF.
    boolean tiff = text.startsWith("II*\0") || text.startsWith("MM\0*");
    return tiff || text.startsWith("II+\0") || text.startsWith("MM\0+")
        ? Optional.of(TIFF)
        : ofOthers(text);
  }

  private static Optional<ImageFormat> ofOthers(String text) {
    if (text.startsWith("FUJIFILMCCD-RAW ")) {
      return Optional.of(RAF);
    }
    if (text.startsWith("IIRO") || text.startsWith("IIRS") || text.startsWith("MMOR")) {
      return Optional.of(ORF);
    }
    if (text.startsWith("IIU\0")) {
      return Optional.of(RW2);
    }
    // After the size come four bytes that every writer leaves empty.
    return text.startsWith("BM") && text.startsWith("\0\0\0\0", 6)
        ? Optional.of(BMP)
        : Optional.empty();
  }

  private static Optional<ImageFormat> ofBrands(String brands) {
    if (brands.startsWith("crx ")) {
      return Optional.of(CR3);
    }
    if (brands.contains("avif") || brands.contains("avis")) {
      return Optional.of(AVIF);
    }
    boolean heic = brands.startsWith("hei") || brands.startsWith("hev") || brands.contains("mif1");
    if (heic || brands.contains("msf1")) {
      return Optional.of(HEIC);
    }
    return Optional.of(brands.startsWith("qt  ") ? MOV : MP4);
  }
}
