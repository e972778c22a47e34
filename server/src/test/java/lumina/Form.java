package lumina;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Builds a multipart form.
public final class Form {
  private static final String BOUNDARY = "a-line-between-parts";
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  public Form field(String name, String value) {
    write("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n".formatted(BOUNDARY, name));
    write(value + "\r\n");
    return this;
  }

  /// Adds the photo itself.
  public Form file(String fileName, byte[] content) {
    return file("photo", fileName, content);
  }

  /// @param name of the field
  public Form file(String name, String fileName, byte[] content) {
    write(
        """
        --%s\r
        Content-Disposition: form-data; name="%s"; filename="%s"\r
        Content-Type: image/jpeg\r
        \r
        """
            .formatted(BOUNDARY, name, fileName));
    out.writeBytes(content);
    write("\r\n");
    return this;
  }

  public String contentType() {
    return "multipart/form-data; boundary=" + BOUNDARY;
  }

  public byte[] bytes() {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes(out.toByteArray());
    whole.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return whole.toByteArray();
  }

  private void write(String text) {
    out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
