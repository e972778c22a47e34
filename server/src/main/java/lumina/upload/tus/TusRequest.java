package lumina.upload.tus;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.regex.Pattern;
import lumina.http.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/// The headers of a request by the protocol.
final class TusRequest {
  static final String VERSION = "1.0.0";
  static final String BYTES = "application/offset+octet-stream";

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,100}");
  private static final int MAX_DIGITS = 18;

  private final HttpServletRequest request;

  /// @throws Problem.PreconditionFailed if it is by no version of the protocol, or by another one
  TusRequest(HttpServletRequest request, HttpServletResponse response) {
    this.request = request;
    response.setHeader("Tus-Resumable", VERSION);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    if (!VERSION.equals(request.getHeader("Tus-Resumable"))) {
      response.setHeader("Tus-Version", VERSION);
      throw new Problem.PreconditionFailed(
          "wrong_tus_version", "Please send the header Tus-Resumable: %s.".formatted(VERSION));
    }
  }

  /// The size of a new file, in bytes.
  long size() {
    if (request.getHeader("Upload-Defer-Length") != null
        || request.getHeader("Upload-Concat") != null) {
      throw new Problem.Invalid(
          "Upload-Length",
          "unsupported_extension",
          "Please say the length of each file when its upload begins, and send it as one.");
    }
    long size = number("Upload-Length");
    if (size == 0) {
      throw new Problem.Invalid("Upload-Length", "empty_file", "This file is empty.");
    }
    return size;
  }

  /// More digits than a long has are a very large number.
  private long number(String header) {
    String digits = request.getHeader(header);
    if (digits == null) {
      throw new Problem.Invalid(header, "missing_field", "This header is missing: " + header + ".");
    }
    if (!NUMBER.matcher(digits).matches()) {
      throw Problem.Invalid.unusable(header);
    }
    return digits.length() > MAX_DIGITS ? Long.MAX_VALUE : Long.parseLong(digits);
  }

  @Nullable String metadata() {
    var all = Collections.list(request.getHeaders("Upload-Metadata"));
    return all.isEmpty() ? null : String.join(",", all);
  }

  boolean hasBytes() {
    return request.getContentType() != null || request.getContentLengthLong() > 0;
  }

  /// The bytes of a request that continues an upload.
  TusUploads.Bytes bytes() throws IOException {
    requireBytes();
    return bytes(number("Upload-Offset"));
  }

  /// The bytes of a request that creates an upload.
  TusUploads.Bytes firstBytes() throws IOException {
    return bytes(0);
  }

  /// @throws Problem.UnsupportedMedia if the body is something else
  void requireBytes() {
    if (!BYTES.equalsIgnoreCase(request.getContentType())) {
      throw new Problem.UnsupportedMedia(
          "unsupported_media_type", "Please send bytes as %s.".formatted(BYTES));
    }
  }

  private TusUploads.Bytes bytes(long offset) throws IOException {
    return new TusUploads.Bytes(
        offset,
        request.getContentLengthLong(),
        UploadChecksum.of(request.getHeader("Upload-Checksum")),
        request.getInputStream());
  }
}
