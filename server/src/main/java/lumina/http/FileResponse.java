package lumina.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;
import org.springframework.web.context.request.ServletWebRequest;

/// A file as an answer: with ETag, one byte range, and without copying it through the heap.
///
/// @param version changes whenever the bytes behind the address do
/// @param caching the `Cache-Control` header
/// @param varies the bytes depend on who is asking
public record FileResponse(
    Path file, String mediaType, String version, String caching, boolean varies) {
  private static final String SENDFILE = "org.apache.tomcat.sendfile.";

  public void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setHeader(HttpHeaders.CACHE_CONTROL, caching);
    if (varies) {
      response.setHeader(HttpHeaders.VARY, HttpHeaders.COOKIE);
    }
    response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
    if (new ServletWebRequest(request, response).checkNotModified(etag())) {
      return;
    }
    response.setContentType(mediaType);
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "inline");
    long size = Files.size(file);
    List<HttpRange> ranges = ranges(request, response, size);
    if (response.getStatus() == HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE) {
      return;
    }
    if (ranges.size() == 1) {
      long start = ranges.getFirst().getRangeStart(size);
      long end = ranges.getFirst().getRangeEnd(size);
      response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
      response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes %d-%d/%d".formatted(start, end, size));
      write(request, response, start, end + 1);
    } else {
      write(request, response, 0, size);
    }
  }

  private String etag() {
    return '"' + version + '"';
  }

  /// The ranges asked for. Several at once are answered with the whole file, as are those of an
  /// outdated version.
  private List<HttpRange> ranges(
      HttpServletRequest request, HttpServletResponse response, long size) {
    String ifRange = request.getHeader(HttpHeaders.IF_RANGE);
    if (ifRange != null && !ifRange.equals(etag())) {
      return List.of();
    }
    try {
      List<HttpRange> ranges = HttpRange.parseRanges(request.getHeader(HttpHeaders.RANGE));
      if (ranges.stream().anyMatch(range -> range.getRangeStart(size) >= size)) {
        throw new IllegalArgumentException("beyond the end");
      }
      return ranges;
    } catch (IllegalArgumentException outside) {
      response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
      response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + size);
      return List.of();
    }
  }

  private void write(HttpServletRequest request, HttpServletResponse response, long start, long end)
      throws IOException {
    response.setContentLengthLong(end - start);
    if (request.getMethod().equals("HEAD")) {
      return;
    }
    if (Boolean.TRUE.equals(request.getAttribute(SENDFILE + "support"))) {
      request.setAttribute(SENDFILE + "filename", file.toString());
      request.setAttribute(SENDFILE + "start", start);
      request.setAttribute(SENDFILE + "end", end);
      return;
    }
    try (FileChannel from = FileChannel.open(file)) {
      WritableByteChannel to = Channels.newChannel(response.getOutputStream());
      for (long at = start; at < end; ) {
        at += from.transferTo(at, end - at, to);
      }
    } catch (IOException e) {
      throw new ClientGone(e);
    }
  }
}
