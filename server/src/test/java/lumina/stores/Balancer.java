package lumina.stores;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Distributes connections over servers in turn, and skips dead ones.
public final class Balancer implements AutoCloseable {
  private final List<URI> servers;
  private final ServerSocket door;
  private final AtomicInteger turn = new AtomicInteger();

  public Balancer(List<URI> servers) {
    this.servers = List.copyOf(servers);
    try {
      door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  /// The base URL.
  public String address() {
    return "http://localhost:" + door.getLocalPort();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = door.accept();
        Thread.ofVirtual().start(() -> serve(client, turn.getAndIncrement()));
      }
    } catch (IOException closed) {
      return;
    }
  }

  private void serve(Socket client, int first) {
    try (client;
        Socket backend = anyAlive(first)) {
      Thread.ofVirtual().start(() -> pass(backend, client));
      pass(client, backend);
    } catch (IOException gone) {
      return;
    }
  }

  private Socket anyAlive(int first) throws IOException {
    IOException allDead = new IOException("no server is there");
    for (int i = 0; i < servers.size(); i++) {
      URI server = servers.get((first + i) % servers.size());
      try {
        return new Socket(server.getHost(), server.getPort());
      } catch (IOException dead) {
        allDead.addSuppressed(dead);
      }
    }
    throw allDead;
  }

  /// Copies until one side closes, then closes the other.
  private static void pass(Socket from, Socket to) {
    try (from;
        to) {
      var _ = from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException gone) {
      return;
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
