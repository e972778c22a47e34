package lumina.http;

import java.io.IOException;

/// The client closed the connection while it was being answered.
public class ClientGone extends IOException {
  public ClientGone(IOException cause) {
    super(cause);
  }
}
