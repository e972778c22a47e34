package lumina.imports.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.Locale;
import lumina.upload.Checksum;

/// A file to import, in a folder or in a zip. Its name is only compared and reported, never opened.
///
/// @param path with `/` between its names, as people are told
/// @param origin the zip, or the folder that its path begins in; several may have files with one
///   path
/// @param size in bytes, as the folder or the zip says
/// @param modified its own date, in milliseconds since 1970; 0 if that means nothing
public record SourceFile(String path, Path origin, long size, long modified, Content content) {
  /// Opens the bytes; reading them may find that a zip is damaged.
  public interface Content {
    InputStream open() throws IOException;
  }

  SourceFile undated() {
    return new SourceFile(path, origin, size, 0, content);
  }

  /// Files with the same origin as this one come first.
  Comparator<SourceFile> nearest() {
    return Comparator.comparing(file -> !file.origin.equals(origin));
  }

  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /// The path of its folder, empty without one.
  String folder() {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  /// By which files with the same bytes are found.
  public String checksum() throws IOException {
    try (InputStream bytes = content.open()) {
      return Checksum.of(bytes);
    }
  }

  boolean isJson() {
    return key(name()).endsWith(".json");
  }

  /// The form in which names are compared: macOS writes accents as characters of their own, and
  /// exports do not keep the case.
  static String key(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }
}
