package lumina.blob;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import lumina.http.problem.ResponseCutOff;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ContentDisposition;

/// A zip as the response. It streams: one file is read and written at a time, whatever their number
/// and size.
public final class ZipResponse {
  private static final Logger log = LoggerFactory.getLogger(ZipResponse.class);

  private final ZipOutputStream zip;

  /// @param fileName the name under which a browser saves it
  public ZipResponse(HttpServletResponse response, String fileName) throws IOException {
    response.setContentType("application/zip");
    response.setHeader(
        "Content-Disposition",
        ContentDisposition.attachment().filename(fileName).build().toString());
    response.setHeader("Cache-Control", "private, no-store");
    zip = new ZipOutputStream(response.getOutputStream());
    zip.setLevel(Deflater.NO_COMPRESSION); // photos are compressed already
  }

  public void add(String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }

  /// @throws ResponseCutOff if the blob cannot be read to its end
  public void add(String name, Blob file) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    try (InputStream bytes = file.bytes()) {
      bytes.transferTo(zip);
    } catch (IOException brokenOff) {
      log.warn("Zip cut off: {} could not be read", name, brokenOff);
      throw new ResponseCutOff();
    }
    zip.closeEntry();
  }

  /// Ends the zip. It is not closed on an error: a closed zip would look complete.
  public void finish() throws IOException {
    zip.finish();
  }
}
