package lumina.blob;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import lumina.http.problem.ResponseCutOff;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.web.util.DisconnectedClientHelper;

/// A zip as the response. It streams: one file is read and written at a time, whatever their number
/// and size.
public final class ZipResponse {
  private static final Logger log = LoggerFactory.getLogger(ZipResponse.class);

  /// Adds the files of a zip.
  public interface Content {
    void addTo(ZipResponse zip) throws IOException;
  }

  private final ZipOutputStream zip;

  private ZipResponse(HttpServletResponse response) throws IOException {
    zip = new ZipOutputStream(response.getOutputStream());
    zip.setLevel(Deflater.NO_COMPRESSION); // photos are compressed already
  }

  /// Sends a zip. If that fails after a part was sent, the response is cut off: a zip that ends
  /// properly would look complete.
  ///
  /// @param fileName the name under which a browser saves it
  public static void send(HttpServletResponse response, String fileName, Content content)
      throws IOException {
    response.setContentType("application/zip");
    response.setHeader(
        "Content-Disposition",
        ContentDisposition.attachment()
            .filename(fileName, StandardCharsets.UTF_8)
            .build()
            .toString());
    response.setHeader("Cache-Control", "private, no-store");
    try {
      ZipResponse zip = new ZipResponse(response);
      content.addTo(zip);
      zip.zip.finish();
    } catch (IOException | RuntimeException failed) {
      if (DisconnectedClientHelper.isClientDisconnectedException(failed)) {
        throw failed;
      }
      if (response.isCommitted()) {
        log.warn("A zip is cut off, because a file could not be added", failed);
        throw new ResponseCutOff();
      }
      response.reset();
      throw failed;
    }
  }

  public void add(String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }

  public void add(String name, Blob file) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    try (InputStream bytes = file.bytes()) {
      bytes.transferTo(zip);
    }
    zip.closeEntry();
  }
}
