package lumina.media.heif;

import java.io.IOException;
import lumina.media.metadata.FileBytes;

/// A picture that the image engine cannot read, but ffmpeg can; its headers have been read.
public sealed interface CodedPicture permits HeifPicture, BmpPicture {
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
