package lumina.blob;

import java.io.FilterInputStream;
import java.io.IOException;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;

/// Reads the body of an S3 response. Closing it early aborts the connection: draining the rest,
/// only to reuse the connection, could mean downloading a whole original that nobody needs.
class S3Bytes extends FilterInputStream {
  private final ResponseInputStream<?> sent;
  private boolean ended;

  S3Bytes(ResponseInputStream<?> sent) {
    super(sent);
    this.sent = sent;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    try {
      int read = sent.read(into, offset, length);
      ended |= read < 0;
      return read;
    } catch (SdkException broken) { // for example a checksum mismatch
      throw new IOException("Download from S3 failed", broken);
    }
  }

  @Override
  public void close() {
    try {
      if (ended) {
        sent.close();
      } else {
        sent.abort();
      }
    } catch (IOException | SdkException gone) {
      ended = true; // the connection is closed already
    }
  }
}
