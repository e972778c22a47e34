package lumina;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Compares the drawing of the packages in docs/architecture.md with the code, as a part of
/// [ArchitectureTest]: reading all classes takes longer than the comparison.
final class Drawing {
  private record Arrow(String from, String to) {}

  /// Packages that all others may use; the drawing omits them.
  private static final Set<String> GROUND =
      Set.of("access", "blob", "http", "id", "metrics", "storage", "text");

  private static final Pattern LINE = Pattern.compile("(?m)^  (\\w+)(?:\\[(.+)])? --> (.+)$");

  private Drawing() {}

  @ArchTest
  static void the_drawing_shows_what_the_packages_use(JavaClasses classes) throws IOException {
    Set<Arrow> drawn = drawn();
    Set<Arrow> used = used(classes, drawn.stream().map(Arrow::from).collect(toSet()));

    assertThat(used).as("arrows that are drawn").containsAll(drawn);
    assertThat(closure(drawn)).as("arrows, and what follows from them").containsAll(used);
  }

  private static Set<Arrow> drawn() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "architecture.md"));
    String drawing = page.substring(page.indexOf("## Packages"), page.indexOf("Below all of them"));
    Map<String, String> labels = new HashMap<>();
    LINE.matcher(drawing)
        .results()
        .filter(line -> line.group(2) != null)
        .forEach(line -> labels.put(line.group(1), line.group(2)));
    return LINE.matcher(drawing).results().flatMap(line -> arrows(line, labels)).collect(toSet());
  }

  private static Stream<Arrow> arrows(MatchResult line, Map<String, String> labels) {
    String from = labels.getOrDefault(line.group(1), line.group(1));
    return Stream.of(line.group(3).split(" & "))
        .map(to -> new Arrow(from, labels.getOrDefault(to, to)));
  }

  private static Set<Arrow> used(JavaClasses classes, Set<String> names) {
    return classes.stream()
        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
        .map(use -> arrow(use, names))
        .filter(arrow -> !arrow.from().equals(arrow.to()))
        .filter(arrow -> Stream.of(arrow.from(), arrow.to()).noneMatch(GROUND::contains))
        .filter(arrow -> !arrow.from().isEmpty() && !arrow.to().isEmpty())
        .collect(toSet());
  }

  private static Arrow arrow(Dependency use, Set<String> names) {
    return new Arrow(
        name(use.getOriginClass().getPackageName(), names),
        name(use.getTargetClass().getBaseComponentType().getPackageName(), names));
  }

  /// The name of a package in the drawing: its own, otherwise that of the package above it.
  private static String name(String packageName, Set<String> names) {
    String inside = packageName.replaceFirst("^lumina\\.", "");
    if (inside.equals(packageName)) {
      return "";
    }
    return names.contains(inside) ? inside : inside.replaceFirst("\\..*", "");
  }

  private static Set<Arrow> closure(Set<Arrow> arrows) {
    Set<Arrow> all = new HashSet<>(arrows);
    boolean grown = true;
    while (grown) {
      Set<Arrow> more = new HashSet<>();
      for (Arrow first : all) {
        all.stream()
            .filter(second -> second.from().equals(first.to()))
            .forEach(second -> more.add(new Arrow(first.from(), second.to())));
      }
      grown = all.addAll(more);
    }
    return all;
  }
}
