package lumina.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import lumina.cli.CommandRun;
import lumina.cli.Served;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("cloud")
class CrowdTransferTest {
  @TempDir private Path home;
  @TempDir private Path away;
  @TempDir private Path newHome;
  private final Moves moves = new Moves();

  /// The order is in the cursors, so these are the same as well.
  @Test
  void a_crowd_of_the_version_before_is_in_the_same_order_wherever_it_moves() throws Exception {
    OldFolder.make(home, Crowd.STATEMENTS);
    OldFolder.signIn(home, 1);
    Map<String, String> seen;
    try (Served server = Served.on(Moves.local(home))) {
      seen = OldFolder.pages(server);
    }
    CommandRun there = moves.move("dynamodb", home);
    assertThat(there.exitCode()).as(there.said()).isZero();
    try (Served server = Served.on(moves.inCloud(away))) {
      assertThat(OldFolder.pages(server)).isEqualTo(seen);
    }
    CommandRun back = moves.move("local", newHome);
    assertThat(back.exitCode()).as(back.said()).isZero();
    assertThat(Moves.manifest(back)).isEqualTo(Moves.manifest(there)).hasSize(Moves.KINDS);
    assertThat(Moves.manifest(back).get("messages")).startsWith("700 ");
    try (Served server = Served.on(Moves.local(newHome))) {
      assertThat(OldFolder.pages(server)).isEqualTo(seen);
    }
  }
}
