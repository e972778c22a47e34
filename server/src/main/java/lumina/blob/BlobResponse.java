package lumina.blob;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import lumina.http.problem.ClientDisconnected;
import lumina.http.problem.Problem;
import lumina.http.problem.ResponseCutOff;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.ServletWebRequest;

/// Sends a blob as the response: with ETag, one byte range, and in constant memory. A local file is
/// not copied through the heap at all (sendfile), unless it fits in the buffer: then one write
/// sends it with its headers.
///
/// @param version changes whenever the bytes behind the URL change
/// @param caching the `Cache-Control` header
/// @param varies the bytes depend on the viewer
/// @param fileName the file name for a download; empty to leave it to the client
public record BlobResponse(
    String mediaType, String version, String caching, boolean varies, String fileName) {
  private static final Logger log = LoggerFactory.getLogger(BlobResponse.class);
  private static final String SENDFILE = "org.apache.tomcat.sendfile.";
  private static final int BUFFER = 1 << 14;

  /// Opens the blob; not called if the client has the current version.
  public interface Source {
    Optional<Blob> open() throws IOException;
  }

  /// @return false if there is no such blob; then nothing has been sent
  /// @throws Problem.Unavailable if it cannot be read
  /// @throws ResponseCutOff if reading fails after a part was sent
  public boolean send(Source source, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (new ServletWebRequest(request).checkNotModified(etag())) {
      describe(response);
      return new ServletWebRequest(request, response).checkNotModified(etag());
    }
    Optional<Blob> found = open(source);
    if (found.isEmpty()) {
      return false;
    }
    try (Blob blob = found.get()) {
      // `*` matches any version, if there is one.
      if ("*".equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
        describe(response);
        response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        return true;
      }
      Optional<ByteRange> asked = range(request, response, blob.size());
      describe(response);
      response.setContentType(mediaType);
      response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition());
      send(blob, asked, request, response);
    }
    return true;
  }

  private static Optional<Blob> open(Source source) {
    try {
      return source.open();
    } catch (IOException unreadable) {
      log.error("A file cannot be read", unreadable);
      throw Problem.Unavailable.storage();
    }
  }

  /// The requested range; empty if it is for an outdated version, or for a HEAD request.
  private Optional<ByteRange> range(
      HttpServletRequest request, HttpServletResponse response, long size) {
    String ifRange = request.getHeader(HttpHeaders.IF_RANGE);
    if (!request.getMethod().equals("GET") || (ifRange != null && !ifRange.equals(etag()))) {
      return Optional.empty();
    }
    try {
      return ByteRange.asked(request.getHeader(HttpHeaders.RANGE), size);
    } catch (Problem.Unsatisfiable beyond) {
      response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + size);
      throw beyond;
    }
  }

  private String disposition() {
    var inline = ContentDisposition.inline();
    return (fileName.isEmpty() ? inline : inline.filename(fileName, StandardCharsets.UTF_8))
        .build()
        .toString();
  }

  private String etag() {
    return '"' + version + '"';
  }

  private void describe(HttpServletResponse response) {
    response.setHeader(HttpHeaders.ETAG, etag());
    response.setHeader(HttpHeaders.CACHE_CONTROL, caching);
    if (varies) {
      response.setHeader(HttpHeaders.VARY, HttpHeaders.COOKIE);
    }
    response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
  }

  private void send(
      Blob blob,
      Optional<ByteRange> asked,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    long size = blob.size();
    if (asked.isPresent()) {
      ByteRange range = asked.get();
      response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
      response.setHeader(
          HttpHeaders.CONTENT_RANGE,
          "bytes %d-%d/%d".formatted(range.start(), range.end() - 1, size));
      new Part(blob, range.start(), range.end()).send(request, response);
    } else {
      new Part(blob, 0, size).send(request, response);
    }
  }

  private record Part(Blob blob, long start, long end) {
    void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
      response.setContentLengthLong(end - start);
      if (request.getMethod().equals("HEAD")) {
        return;
      }
      Optional<Path> file = blob.file();
      if (file.isPresent() && end - start > BUFFER && supportsSendfile(request)) {
        request.setAttribute(SENDFILE + "filename", file.get().toString());
        request.setAttribute(SENDFILE + "start", start);
        request.setAttribute(SENDFILE + "end", end);
      } else {
        copy(response);
      }
    }

    private static boolean supportsSendfile(HttpServletRequest request) {
      return Boolean.TRUE.equals(request.getAttribute(SENDFILE + "support"));
    }

    private void copy(HttpServletResponse response) throws IOException {
      try (InputStream bytes = open(response)) {
        byte[] buffer = new byte[Math.clamp(end - start, 1, BUFFER)];
        for (int read = read(bytes, buffer, response); read >= 0; ) {
          write(buffer, read, response);
          read = read(bytes, buffer, response);
        }
      }
    }

    private InputStream open(HttpServletResponse response) throws IOException {
      try {
        return blob.bytes(start, end);
      } catch (IOException unreadable) {
        throw failed(unreadable, response);
      }
    }

    private static int read(InputStream bytes, byte[] buffer, HttpServletResponse response)
        throws IOException {
      try {
        return bytes.read(buffer);
      } catch (IOException unreadable) {
        throw failed(unreadable, response);
      }
    }

    /// A truncated image must not look complete, or caches would keep it.
    private static ResponseCutOff failed(IOException unreadable, HttpServletResponse response) {
      log.warn("Image could not be read", unreadable);
      if (response.isCommitted()) {
        return new ResponseCutOff();
      }
      response.reset();
      throw Problem.Unavailable.storage();
    }

    private static void write(byte[] buffer, int length, HttpServletResponse response)
        throws IOException {
      try {
        response.getOutputStream().write(buffer, 0, length);
      } catch (IOException e) {
        throw new ClientDisconnected(e);
      }
    }
  }
}
