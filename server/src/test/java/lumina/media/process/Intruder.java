package lumina.media.process;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/// Tries what an attacker would try who controls a worker. Prints whether the process is confined,
/// and then each attempt that succeeds.
final class Intruder {
  private static final Set<PosixFilePermission> ALL = EnumSet.allOf(PosixFilePermission.class);
  private static final FileTime LONG_AGO = FileTime.fromMillis(0);

  private interface Attempt {
    void make() throws IOException;
  }

  private Intruder() {}

  /// Arguments: whether to confine the process, a folder it may read, a folder it may write, a file
  /// and a process that it must not reach, a port, and a socket of another program.
  public static void main(String[] args) {
    System.out.println(args[0]);
    Path in = Path.of(args[1]);
    Path out = Path.of(args[2]);
    attempt("read its picture", () -> Files.readAllBytes(in.resolve("picture")));
    attempt("wrote a size", () -> Files.writeString(out.resolve("size"), "x"));
    attempt("made a folder", () -> Files.delete(Files.createDirectory(out.resolve("folder"))));
    attempt("changed the picture", () -> Files.writeString(in.resolve("picture"), "x"));
    attempt("read the database", () -> Files.readAllBytes(Path.of(args[3])));
    attempt("changed the database", () -> Files.writeString(Path.of(args[3]), "x"));
    attempt("read the environment", () -> Files.readAllBytes(Path.of("/proc", args[4], "environ")));
    attempt("reached the network", () -> new Socket(InetAddress.getLoopbackAddress(), port(args)));
    attempt("sent a datagram", () -> new DatagramSocket().send(datagram(args)));
    attempt("reached a neighbour", () -> SocketChannel.open(UnixDomainSocketAddress.of(args[6])));
    attempt("gave the database away", () -> Files.setPosixFilePermissions(Path.of(args[3]), ALL));
    attempt("aged the database", () -> Files.setLastModifiedTime(Path.of(args[3]), LONG_AGO));
    attempt("started a shell", () -> new ProcessBuilder("/bin/sh", "-c", ":").start());
    attempt("killed the server", () -> kill(Long.parseLong(args[4])));
  }

  private static DatagramPacket datagram(String[] args) {
    return new DatagramPacket(new byte[1], 1, InetAddress.getLoopbackAddress(), port(args));
  }

  private static int port(String[] args) {
    return Integer.parseInt(args[5]);
  }

  private static void kill(long process) throws IOException {
    if (!ProcessHandle.of(process).orElseThrow(IOException::new).destroyForcibly()) {
      throw new IOException();
    }
  }

  private static void attempt(String what, Attempt attempt) {
    try {
      attempt.make();
      System.out.println(what);
    } catch (IOException | RuntimeException denied) {
      // expected
    }
  }
}
