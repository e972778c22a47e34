package lumina;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import lumina.http.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// Finds in the source code the problems that methods create, and the fields that they require.
final class Refusals extends TreePathScanner<@Nullable Void, String> {
  /// @param kind the class of the problem
  /// @param code a string literal, or the name of a constant
  record Refusal(String kind, String code) {}

  /// @param required names of fields, or of the constants with their limits
  record Method(Set<Refusal> refusals, Set<String> required) {}

  private static final Path SOURCES = Path.of("src", "main", "java");
  private static final Set<String> KINDS =
      Stream.of(Problem.class.getPermittedSubclasses())
          .map(Class::getSimpleName)
          .collect(Collectors.toSet());

  private final Map<String, Method> methods = new HashMap<>();
  private final Map<String, String> constants = new HashMap<>();
  private final Map<String, Integer> statuses = new HashMap<>();

  /// Reads all sources.
  static Refusals read() {
    Refusals refusals = new Refusals();
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(null, null, null);
        Stream<Path> sources = Files.walk(SOURCES)) {
      var all =
          files.getJavaFileObjects(
              sources.filter(it -> it.toString().endsWith(".java")).toArray(Path[]::new));
      JavacTask task = (JavacTask) compiler.getTask(null, files, null, null, null, all);
      for (CompilationUnitTree unit : task.parse()) {
        refusals.scan(unit, unit.getPackageName() + ".");
      }
      return refusals;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Method of(String type, String method) {
    return methods.getOrDefault(type + "." + method, new Method(Set.of(), Set.of()));
  }

  int status(Refusal refusal) {
    return Objects.requireNonNull(statuses.get(refusal.kind()));
  }

  String code(Refusal refusal) {
    return constants.getOrDefault(refusal.code(), refusal.code());
  }

  private Method method(String name) {
    return methods.computeIfAbsent(name, _ -> new Method(new HashSet<>(), new HashSet<>()));
  }

  /// @param in the enclosing package, class or method
  @Override
  public @Nullable Void visitClass(ClassTree type, String in) {
    String name = type.getSimpleName().toString();
    boolean nested = !in.endsWith(".");
    return super.visitClass(type, name.isEmpty() ? in : nested ? in + "$" + name : in + name);
  }

  @Override
  public @Nullable Void visitVariable(VariableTree variable, String in) {
    if (variable.getInitializer() instanceof LiteralTree constant) {
      constants.put(variable.getName().toString(), String.valueOf(constant.getValue()));
    }
    return super.visitVariable(variable, in);
  }

  @Override
  public @Nullable Void visitMethod(MethodTree method, String in) {
    return super.visitMethod(method, in + "." + method.getName());
  }

  @Override
  public @Nullable Void visitNewClass(NewClassTree made, String in) {
    String kind = last(made.getIdentifier());
    if (KINDS.contains(kind)) {
      // The arguments are: field, code and sentence; or code and sentence; or a noun.
      refuse(in, kind, made.getArguments(), kind.equals("Invalid") ? 1 : 0);
    } else if (kind.equals("RefusedImage")) {
      refuse(in, "Invalid", made.getArguments(), 0);
    }
    return super.visitNewClass(made, in);
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree call, String in) {
    List<? extends ExpressionTree> given = call.getArguments();
    String kind = in.replaceAll("^.*[$]|[.]<init>$", "");
    switch (call.getMethodSelect().toString()) {
      case "super" -> {
        if (KINDS.contains(kind)) {
          statuses.put(kind, status(last(given.getFirst())));
          refuse(in, kind, given, 1);
        }
      }
      case "this" -> {
        if (KINDS.contains(kind)) {
          refuse(in, kind, given, 0);
        }
      }
      case "limits.of" -> refuse(in, "TooMany", given, 2);
      case "Required.field", "Text.required" -> method(in).required().add(text(given.getFirst()));
      default -> {}
    }
    return super.visitMethodInvocation(call, in);
  }

  /// @param name of a constant of HttpStatus, or a number for HttpStatusCode
  private static int status(String name) {
    return name.startsWith("valueOf(")
        ? Integer.parseInt(name.replaceAll("\\D", ""))
        : HttpStatus.valueOf(name).value();
  }

  private void refuse(String in, String kind, List<? extends ExpressionTree> given, int codeAt) {
    if (given.size() > codeAt + 1 && isConstant(given.get(codeAt))) {
      method(in).refusals().add(new Refusal(kind, text(given.get(codeAt))));
    }
  }

  private static boolean isConstant(ExpressionTree given) {
    return given instanceof LiteralTree || last(given).matches("[A-Z_]+");
  }

  /// The value of a string literal, or the name of a constant.
  private static String text(ExpressionTree given) {
    return given instanceof LiteralTree literal ? String.valueOf(literal.getValue()) : last(given);
  }

  private static String last(Tree name) {
    return name.toString().replaceFirst("^.*[.]", "");
  }
}
