package lumina.media.heif;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import lumina.media.metadata.FileBytes;

/// A picture that the image engine cannot read, but ffmpeg can; its headers have been read.
public sealed interface CodedPicture permits HeifPicture, HeifSequence, BmpPicture {
  /// Returns the picture of a HEIC; empty if it is in another format than HEVC.
  ///
  /// @throws IOException if what the file says about it is impossible
  static Optional<? extends CodedPicture> ofHeic(Path file, FileBytes bytes) throws IOException {
    Optional<HeifPicture> main = HeifPicture.of(bytes);
    return main.isPresent() ? main : HeifSequence.of(file, bytes);
  }

  /// The part of the picture that is shown, in pixels before it is turned.
  Crop shown();

  /// The number of pixels beside each other that a decoder keeps in memory.
  long decodedWidth();

  /// The number of pixels above each other that a decoder keeps in memory.
  long decodedHeight();

  /// @param edge the longest side of the result, in pixels; a picture is never enlarged
  /// @throws IOException if nothing of it can be decoded
  FfmpegDecoder.Decoded decode(FileBytes bytes, FfmpegDecoder ffmpeg, int edge) throws IOException;
}
