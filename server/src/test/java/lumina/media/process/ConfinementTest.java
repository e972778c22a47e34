package lumina.media.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class ConfinementTest {
  @TempDir Path folder;

  @Test
  void whoever_takes_over_a_worker_finds_its_picture_and_nothing_else() throws Exception {
    assumeTrue(Landlock.version() >= 6, "this system cannot take all of it away");
    Path in = Files.createDirectory(folder.resolve("in"));
    Path out = Files.createDirectory(folder.resolve("out"));
    Files.writeString(in.resolve("picture"), "a picture");
    Path database = Files.writeString(folder.resolve("lumina.db"), "words of people");
    Process server = new ProcessBuilder("sleep", "60").start();
    UnixDomainSocketAddress neighbour = UnixDomainSocketAddress.of(folder.resolve("neighbour"));
    try (ServerSocket network = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      socket.bind(neighbour);
      List<String> succeeded =
          intrude(in, out, database, server, List.of("" + network.getLocalPort(), "" + neighbour));

      assertThat(succeeded)
          .containsExactly(
              Confinement.CONFINED, "read its picture", "wrote a size", "made a folder");
      assertThat(server.isAlive()).isTrue();
    } finally {
      server.destroyForcibly();
    }
  }

  private static List<String> intrude(
      Path in, Path out, Path database, Process server, List<String> places) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes = System.getProperty("java.class.path");
    List<String> readable =
        List.of(classes.split(":")).stream().filter(path -> Files.exists(Path.of(path))).toList();
    List<String> command = new ArrayList<>(List.of(java, "--enable-native-access=ALL-UNNAMED"));
    command.addAll(List.of("-cp", classes, Confinement.class.getName()));
    command.addAll(List.of(out.toString(), String.valueOf(1 + readable.size()), in.toString()));
    command.addAll(readable);
    command.addAll(List.of(java, "-XX:-UsePerfData", "-cp", classes, Intruder.class.getName()));
    command.addAll(List.of(Confinement.HERE, in.toString(), out.toString(), database.toString()));
    command.add(String.valueOf(server.pid()));
    command.addAll(places);
    Process intruder = new ProcessBuilder(command).redirectErrorStream(true).start();
    return new String(intruder.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
        .lines()
        .toList();
  }
}
