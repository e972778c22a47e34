package lumina.http.problem;

import java.io.IOException;

/// Thrown if the client closes the connection during the response.
public class ClientDisconnected extends IOException {
  public ClientDisconnected(IOException cause) {
    super(cause);
  }
}
