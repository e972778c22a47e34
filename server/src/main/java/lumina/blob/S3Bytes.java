package lumina.blob;

import java.io.FilterInputStream;
import java.io.IOException;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;

/// What S3 sends. Closed before its end it hangs up: to read the rest, only to use the connection
/// again, can mean to wait for a whole original that nobody wants any more.
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
    } catch (SdkException broken) { // among others, a checksum that is not the object's
      throw new IOException("S3 did not send an object to its end", broken);
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
      ended = true; // nothing is left to be let go of
    }
  }
}
