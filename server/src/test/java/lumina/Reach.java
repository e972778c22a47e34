package lumina;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import lumina.text.FieldLimit;

/// The problems, limits and required fields that the code of a request can reach: the method that
/// receives it, and all our methods that this calls.
///
/// @param problems codes by status
/// @param limits by field
/// @param required names of fields
record Reach(
    Map<Integer, Set<String>> problems, Map<String, FieldLimit> limits, Set<String> required) {
  private static final JavaClasses CLASSES =
      ArchConfiguration.withThreadLocalScope(
          scope -> {
            scope.setResolveMissingDependenciesFromClassPath(false); // reading the JDK takes long
            return new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackagesOf(Lumina.class);
          });

  private static final Refusals REFUSALS = Refusals.read();
  private static final Map<JavaCodeUnit, Set<JavaCodeUnit>> NEXT = new HashMap<>();

  static Reach of(String type, String method) {
    Reach reach = new Reach(new TreeMap<>(), new HashMap<>(), new HashSet<>());
    Set<JavaCodeUnit> seen = new HashSet<>();
    Queue<JavaCodeUnit> next = new ArrayDeque<>(CLASSES.get(type).getCodeUnits());
    next.removeIf(it -> !it.getName().equals(method));
    if (next.isEmpty()) {
      throw new IllegalArgumentException("There is no method %s of %s".formatted(method, type));
    }
    while (!next.isEmpty()) {
      JavaCodeUnit code = next.remove();
      if (seen.add(code)) {
        reach.refuse(code);
        code.getFieldAccesses().forEach(reach::limit);
        next.addAll(NEXT.computeIfAbsent(code, Reach::next));
      }
    }
    return reach;
  }

  /// All annotations of a type, ordered by the names of the annotated classes.
  static <A extends Annotation> List<A> annotated(Class<A> annotation) {
    return CLASSES.stream()
        .sorted(Comparator.comparing(JavaClass::getName))
        .flatMap(it -> Stream.of(it.reflect().getAnnotationsByType(annotation)))
        .toList();
  }

  private void refuse(JavaCodeUnit code) {
    Refusals.Method said = REFUSALS.of(code.getOwner().getName(), code.getName());
    said.refusals().forEach(it -> problem(REFUSALS.status(it), REFUSALS.code(it)));
    required.addAll(said.required());
  }

  void problem(int status, String code) {
    problems.computeIfAbsent(status, _ -> new TreeSet<>()).add(code);
  }

  /// The code units that one can lead to.
  private static Set<JavaCodeUnit> next(JavaCodeUnit code) {
    Set<JavaCodeUnit> next = new HashSet<>();
    for (JavaAccess<?> access : code.getAccessesFromSelf()) {
      if (access.getTarget() instanceof CodeUnitAccessTarget called
          && called.getOwner().getPackageName().startsWith("lumina")) {
        methods(called).forEach(next::add);
      }
    }
    // Spring creates beans, so no call leads to their constructors.
    next.addAll(code.getOwner().getConstructors());
    return next;
  }

  /// The called method and its overrides.
  private static Stream<JavaCodeUnit> methods(CodeUnitAccessTarget called) {
    String[] parameters =
        called.getRawParameterTypes().stream().map(JavaClass::getName).toArray(String[]::new);
    return Stream.concat(
        called.resolveMember().stream(),
        called.getOwner().getAllSubclasses().stream()
            .flatMap(heir -> heir.tryGetMethod(called.getName(), parameters).stream()));
  }

  private static boolean isLimit(JavaField field) {
    return field.getRawType().isEquivalentTo(FieldLimit.class)
        && field.getModifiers().contains(JavaModifier.STATIC);
  }

  private void limit(JavaFieldAccess access) {
    access.getTarget().resolveMember().filter(Reach::isLimit).ifPresent(this::limit);
  }

  private void limit(JavaField constant) {
    try {
      Field field = constant.reflect();
      field.setAccessible(true);
      FieldLimit limit = (FieldLimit) Objects.requireNonNull(field.get(null));
      FieldLimit other = limits.put(limit.field(), limit);
      if (other != null && !other.equals(limit)) {
        throw new IllegalStateException("Either %s or %s holds".formatted(limit, other));
      }
      if (required.remove(constant.getName())) {
        required.add(limit.field());
      }
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  void add(Reach other) {
    other.problems.forEach((status, codes) -> codes.forEach(code -> problem(status, code)));
  }
}
