package lumina;

import static java.util.stream.Collectors.joining;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// Reads the `///` comments of the sources; the API description repeats them.
final class DocComments {
  private static final Path SOURCES = Path.of("src", "main", "java");
  private static final Map<Class<?>, Map<String, Comment>> READ = new HashMap<>();

  /// @param text the first sentence, without its full stop
  /// @param more the rest of the comment, possibly empty
  /// @param params by name
  record Comment(String text, String more, Map<String, String> params) {
    static final Comment NONE = new Comment("", "", Map.of());

    static Comment of(String written) {
      String[] parts =
          written
              .strip()
              .replaceAll(", see \\[[^\\]]+]", "")
              .replaceAll("\\[([^\\]]+)]", "$1")
              .split("(?m)^\\s*@");
      String[] sentences = line(parts[0]).split("\\. ", 2);
      Map<String, String> params = new HashMap<>();
      Stream.of(parts)
          .filter(part -> part.startsWith("param "))
          .map(part -> line(part).split(" ", 3))
          .forEach(param -> params.put(param[1], param[2]));
      return new Comment(
          sentences[0].replaceFirst("[.]$", ""), sentences.length > 1 ? sentences[1] : "", params);
    }

    private static String line(String lines) {
      return lines.lines().map(String::strip).filter(l -> !l.isEmpty()).collect(joining(" "));
    }
  }

  private DocComments() {}

  static Comment of(Class<?> type) {
    return read(type).getOrDefault(type.getSimpleName(), Comment.NONE);
  }

  static Comment of(Class<?> type, String method) {
    return read(type).getOrDefault(type.getSimpleName() + "." + method, Comment.NONE);
  }

  private static Map<String, Comment> read(Class<?> type) {
    Class<?> top = Objects.requireNonNullElse(type.getNestHost(), type);
    return READ.computeIfAbsent(top, DocComments::parse);
  }

  private static Map<String, Comment> parse(Class<?> top) {
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      Path source = SOURCES.resolve(top.getName().replace('.', '/') + ".java");
      JavacTask task =
          (JavacTask)
              compiler.getTask(null, files, null, null, null, files.getJavaFileObjects(source));
      Map<String, Comment> found = new HashMap<>();
      for (CompilationUnitTree unit : task.parse()) {
        new Scanner(DocTrees.instance(task), found).scan(unit, null);
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Scanner extends TreePathScanner<@Nullable Void, @Nullable String> {
    private final DocTrees docs;
    private final Map<String, Comment> found;

    Scanner(DocTrees docs, Map<String, Comment> found) {
      this.docs = docs;
      this.found = found;
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable String outer) {
      note(type.getSimpleName().toString());
      return super.visitClass(type, type.getSimpleName().toString());
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable String type) {
      note(type + "." + method.getName());
      return null;
    }

    private void note(String name) {
      Optional.ofNullable(docs.getDocComment(getCurrentPath()))
          .ifPresent(written -> found.put(name, Comment.of(written)));
    }
  }
}
