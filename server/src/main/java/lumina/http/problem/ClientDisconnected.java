package lumina.http.problem;

import java.io.IOException;

/// The client closed the connection while it was being answered.
public class ClientDisconnected extends IOException {
  public ClientDisconnected(IOException cause) {
    super(cause);
  }
}
