package lumina.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import lumina.Person;
import lumina.access.Audience;
import lumina.storage.DataFolder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Imports that a running server does for a command.
///
/// @param folder for the report
record HandedImport(DataFolder data, JsonMapper json, Path folder) {
  /// Returns the lines of the report.
  List<JsonNode> run(Person person, Audience audience, Path... paths) throws IOException {
    return run(person, audience, false, paths);
  }

  /// Returns the lines of the report of what would be done.
  List<JsonNode> tryOut(Person person, Path... paths) throws IOException {
    return run(person, Audience.PRIVATE, true, paths);
  }

  private List<JsonNode> run(Person person, Audience audience, boolean dryRun, Path... paths)
      throws IOException {
    Path report = folder.resolve("report.jsonl");
    List<String> names = Stream.of(paths).map(Path::toString).toList();
    var request = new ImportRequest(person.name(), names, audience, true, dryRun);
    int code = new ImportHandover(data.imports(), json).run(request, report.toString());
    assertThat(code).isZero();
    return Files.readAllLines(report).stream().map(json::readTree).toList();
  }

  static long count(List<JsonNode> report, String outcome) {
    return report.stream().filter(line -> line.get("outcome").asString().equals(outcome)).count();
  }
}
