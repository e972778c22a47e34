package lumina.media.still;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Calls C functions by name. An argument is an int, a double, a string, a pointer, or null for the
/// NULL that ends a list of options. The types of the arguments make the signature.
public final class NativeLibrary {
  private final Linker linker = Linker.nativeLinker();
  private final Map<String, MethodHandle> handles = new ConcurrentHashMap<>();
  private final SymbolLookup symbols;

  /// @throws IllegalArgumentException if the file cannot be loaded as a library
  NativeLibrary(Path file) {
    symbols = SymbolLookup.libraryLookup(file, Arena.global()).or(linker.defaultLookup());
  }

  int callForInt(Arena arena, Signature function, @Nullable Object... arguments) {
    return (int) call(arena, function, ValueLayout.JAVA_INT, arguments);
  }

  MemorySegment callForPointer(Arena arena, Signature function, @Nullable Object... arguments) {
    return (MemorySegment) call(arena, function, ValueLayout.ADDRESS, arguments);
  }

  boolean has(String function) {
    return symbols.find(function).isPresent();
  }

  /// @param fixed the number of arguments before the `...` of a variadic function; some platforms
  ///   pass the others differently
  record Signature(String name, int fixed) {
    static Signature plain(String name) {
      return new Signature(name, Integer.MAX_VALUE);
    }
  }

  private Object call(
      Arena arena, Signature function, MemoryLayout result, @Nullable Object... arguments) {
    List<Object> values = new ArrayList<>();
    List<MemoryLayout> layouts = new ArrayList<>();
    for (Object argument : arguments) {
      layouts.add(layout(argument));
      values.add(nativeValue(arena, argument));
    }
    FunctionDescriptor shape = FunctionDescriptor.of(result, layouts.toArray(MemoryLayout[]::new));
    try {
      return handle(function, shape).invokeWithArguments(values);
    } catch (Throwable failed) {
      throw new IllegalStateException("could not call " + function.name(), failed);
    }
  }

  private static MemoryLayout layout(@Nullable Object argument) {
    return switch (argument) {
      case Integer _ -> ValueLayout.JAVA_INT;
      case Double _ -> ValueLayout.JAVA_DOUBLE;
      case null, default -> ValueLayout.ADDRESS;
    };
  }

  private static Object nativeValue(Arena arena, @Nullable Object argument) {
    return switch (argument) {
      case null -> MemorySegment.NULL;
      case String text -> arena.allocateFrom(text);
      case Object value -> value;
    };
  }

  private MethodHandle handle(Signature function, FunctionDescriptor shape) {
    return handles.computeIfAbsent(
        function.name() + shape,
        _ -> {
          MemorySegment address = symbols.findOrThrow(function.name());
          return shape.argumentLayouts().size() > function.fixed()
              ? linker.downcallHandle(
                  address, shape, Linker.Option.firstVariadicArg(function.fixed()))
              : linker.downcallHandle(address, shape);
        });
  }
}
