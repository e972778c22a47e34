package lumina;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What the documents name is there: files, tests, settings with their defaults, codes of problems
/// and types of events.
class DocumentsTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Set<String> BUILT = Set.of("target", "node_modules", ".git", "cdk.out");
  private static final List<Path> FILES = files();

  private static List<Path> files() {
    List<Path> found = new ArrayList<>();
    try {
      Files.walkFileTree(
          ROOT,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              return BUILT.contains(String.valueOf(folder.getFileName()))
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            /// Another test deleted it, or it belongs to somebody else.
            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              found.add(file);
              return FileVisitResult.CONTINUE;
            }
          });
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// All but the changelog and the decisions, which tell of the past.
  static Stream<Path> documents() {
    return FILES.stream()
        .filter(file -> file.toString().endsWith(".md"))
        .filter(file -> !file.endsWith("CHANGELOG.md"))
        .map(ROOT::relativize);
  }

  private static String text(Path document) {
    try {
      return Files.readString(ROOT.resolve(document));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> all(String pattern, String text) {
    return Pattern.compile(pattern, Pattern.MULTILINE)
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void every_link_leads_to_a_file_and_its_heading(Path document) {
    String prose = text(document).replaceAll("(?s)```.*?```", "");
    assertThat(all("\\]\\(([^)\\s]+)\\)", prose))
        .filteredOn(link -> !link.matches("(https?|mailto):.*"))
        .allSatisfy(link -> assertThat(leadsSomewhere(document, link)).as(link).isTrue());
  }

  private static boolean leadsSomewhere(Path from, String link) {
    String file = link.replaceFirst("#.*", "");
    Path to = file.isEmpty() ? ROOT.resolve(from) : ROOT.resolve(from).resolveSibling(file);
    return Files.exists(to.normalize())
        && (!link.contains("#") || anchors(to).contains(link.substring(link.indexOf('#') + 1)));
  }

  /// As GitHub makes them of headings.
  private static Set<String> anchors(Path document) {
    return all("^#+ (.*)$", text(document)).stream()
        .map(heading -> heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", ""))
        .map(heading -> heading.replace(' ', '-'))
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @MethodSource("documents")
  void every_test_that_is_named_exists(Path document) {
    Set<String> there =
        FILES.stream().map(file -> String.valueOf(file.getFileName())).collect(Collectors.toSet());
    String text = document.startsWith("docs/decisions") ? "" : text(document);
    assertThat(all("`([A-Z]\\w+Test)`", text))
        .allSatisfy(test -> assertThat(there).contains(test + ".java"));
    assertThat(all("journeys? `(\\w+)`", text))
        .allSatisfy(journey -> assertThat(there).contains(journey + ".spec.ts"));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void every_class_that_is_named_with_its_folder_exists(Path document) {
    String text = document.startsWith("docs/decisions") ? "" : text(document);
    assertThat(all("`((?:[a-z]+/)+[A-Z]\\w+)(?:\\.java)?`", text))
        .allSatisfy(
            type ->
                assertThat(FILES)
                    .anyMatch(file -> file.toString().matches(".*/" + type + "\\.(java|svelte)")));
  }

  private static final Path SETTINGS = Path.of("server/src/main/resources/application.yaml");
  private static final Path OPERATIONS = Path.of("docs/operations.md");

  @Test
  void every_setting_is_described_with_its_default() {
    List<String> rows = text(OPERATIONS).lines().filter(it -> it.startsWith("| `")).toList();
    Stream<MatchResult> settings =
        Pattern.compile("\\$\\{([A-Z0-9_]+):([^}]*)}").matcher(text(SETTINGS)).results();
    assertThat(settings)
        .hasSizeGreaterThan(40)
        .allSatisfy(
            setting -> {
              List<String> described =
                  rows.stream()
                      .map(row -> row.split(" \\| "))
                      .filter(cells -> cells[0].contains("`" + setting.group(1) + "`"))
                      .map(cells -> cells[1])
                      .toList();
              assertThat(described).as(setting.group(1)).isNotEmpty();
              if (isSaid(setting.group(2))) {
                assertThat(described.getFirst())
                    .as(setting.group(1))
                    .contains("`" + setting.group(2) + "`");
              }
            });
  }

  /// Nothing, none and a folder that is not there are described in words.
  private static boolean isSaid(String value) {
    return !value.isEmpty() && !value.equals("0") && !value.equals("./no-secrets");
  }

  @ParameterizedTest
  @CsvSource({
    "writes-in-ten-minutes, changes by an account, in ten minutes",
    "uploads-an-hour, uploads by an account, an hour",
    "sockets-an-account, sockets of an account, ''",
    "max-nesting-depth, a JSON body, levels",
    "max-part-count, parts of a form, ''",
    "max-part-header-size, the header of a part, ''",
    "max-http-form-post-size, all text fields of an upload, ''",
    "upload-pause-seconds, a pause in a body, s"
  })
  void every_limit_is_the_one_that_is_described(String setting, String row, String unit) {
    String value =
        all("%s: (\\w+)$".formatted(setting), text(SETTINGS)).stream().findFirst().orElseThrow();
    String number = "%,d".formatted(Integer.parseInt(value.replaceAll("\\D", "")));
    String said = value.endsWith("KB") ? number + " KB" : (number + " " + unit).strip();
    assertThat(all("^\\| (%s.*)$".formatted(row), text(OPERATIONS)))
        .singleElement()
        .satisfies(limit -> assertThat(limit).containsPattern("[ |]" + said + "[ ;,(]"));
  }

  @Test
  void no_limit_stops_a_household() {
    assertThat(number("SIGN_UPS_AN_HOUR:")).isGreaterThanOrEqualTo(200);
    assertThat(number("uploads-an-hour: ")).isGreaterThanOrEqualTo(1_000);
    assertThat(number("writes-in-ten-minutes: ")).isGreaterThanOrEqualTo(10 * 600);
  }

  private static int number(String before) {
    return Integer.parseInt(
        text(SETTINGS).replaceFirst("(?s).*?%s(\\d+).*".formatted(before), "$1"));
  }

  @Test
  void every_setting_that_is_described_is_read_somewhere() {
    String sources =
        FILES.stream()
            .filter(
                file ->
                    file.startsWith(ROOT.resolve("server/src/main"))
                        || file.startsWith(ROOT.resolve("tools/src/main"))
                        || file.startsWith(ROOT.resolve("bin"))
                        || file.startsWith(ROOT.resolve("package")))
            .filter(file -> file.toString().matches(".*\\.(java|yaml)|.*/bin/\\w+|.*/package/.*"))
            .map(DocumentsTest::text)
            .collect(Collectors.joining());
    String table =
        text(OPERATIONS)
            .lines()
            .filter(it -> it.startsWith("| `"))
            .collect(Collectors.joining("\n"));
    assertThat(all("^\\| `([A-Z][A-Z0-9_]+)`", table))
        .hasSizeGreaterThan(20)
        .allSatisfy(setting -> assertThat(sources).as(setting).contains(setting));
  }

  private static final Path API = Path.of("docs/openapi.json");

  @ParameterizedTest
  @MethodSource("documents")
  void every_code_of_a_problem_that_is_named_exists(Path document) {
    String text = document.startsWith("docs/decisions") ? "" : text(document);
    assertThat(CODES).containsAll(all("\\b4\\d\\d `([a-z_]+)`", text));
  }

  /// The texts of the program that a code may be.
  private static final Set<String> CODES =
      FILES.stream()
          .filter(file -> file.startsWith(ROOT.resolve("server/src/main/java")))
          .flatMap(file -> all("\"([a-z_]+)\"", text(file)).stream())
          .collect(Collectors.toSet());

  @Test
  void every_type_of_event_is_described() {
    String event = text(API).replaceFirst("(?s).*?\"LiveEvent\" : \\{", "");
    String mapping = event.replaceFirst("(?s).*?\"mapping\" : \\{", "").replaceFirst("(?s)}.*", "");
    Set<String> types = all("\"(\\w+)\" : \"#", mapping);
    Set<String> described = all("^\\| `(\\w+)` \\|", text(Path.of("docs/live.md")));
    described.addAll(List.of("hello", "reset", "pong"));
    assertThat(types).hasSizeGreaterThan(15).containsExactlyInAnyOrderElementsOf(described);
  }
}
