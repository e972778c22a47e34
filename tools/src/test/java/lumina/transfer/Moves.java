package lumina.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import lumina.cli.CommandProcess;
import lumina.cli.CommandRun;
import lumina.process.LuminaProcess;
import lumina.stores.CloudStores;

/// Moves between folders and empty stores of the cloud, by the operator's command.
final class Moves {
  /// The number of kinds that a move compares.
  static final int KINDS = Entity.values().length + 1;

  /// For example `photos 12 3f… 12 3f… same`.
  private static final Pattern COMPARED =
      Pattern.compile("([a-z ]+?) +([\\d,]+ +[0-9a-f]{16}) +([\\d,]+ +[0-9a-f]{16}) +same");

  private final Map<String, String> cloud = CloudStores.environment();

  static Map<String, String> local(Path folder) {
    return Map.of("LUMINA_DATA", folder.toString());
  }

  Map<String, String> inCloud(Path folder) {
    Map<String, String> settings = new HashMap<>(cloud);
    settings.put("STORAGE_BACKEND", "dynamodb");
    settings.put("LUMINA_DATA", folder.toString());
    return settings;
  }

  CommandRun move(String to, Path folder) {
    return CommandRun.of(fromHere(folder), "move", "--to", to);
  }

  /// A move in a process of its own, which can be killed.
  LuminaProcess begin(String to, Path folder) {
    return CommandProcess.start(fromHere(folder), "move", "--to", to);
  }

  private Map<String, String> fromHere(Path folder) {
    Map<String, String> settings = inCloud(folder);
    settings.remove("STORAGE_BACKEND");
    return settings;
  }

  /// The kinds that were found to be equal, with their digests.
  static Map<String, String> manifest(CommandRun move) {
    Map<String, String> manifest = new HashMap<>();
    move.said()
        .lines()
        .map(COMPARED::matcher)
        .filter(found -> found.matches())
        .forEach(
            found -> {
              assertThat(found.group(2)).isEqualTo(found.group(3));
              manifest.put(found.group(1), found.group(2));
            });
    return manifest;
  }
}
