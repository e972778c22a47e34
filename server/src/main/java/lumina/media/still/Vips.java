package lumina.media.still;

import static lumina.media.still.NativeLibrary.Signature.plain;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.List;
import lumina.media.still.NativeLibrary.Signature;
import org.jspecify.annotations.Nullable;

/// Loads and configures libvips: only the loaders of our formats, no cache, one thread. A process
/// may load only one libvips: two copies break each other.
public final class Vips {
  private static final int OLDEST = 8 * 100 + 14;

  /// All loaders are blocked, then these are allowed again; never those that libvips itself calls
  /// untrusted.
  private static final List<String> ALLOWED_LOADERS =
      List.of(
          "VipsForeignLoadJpegSource",
          "VipsForeignLoadPngSource",
          "VipsForeignLoadWebpSource",
          "VipsForeignLoadNsgifSource",
          "VipsForeignLoadTiffSource",
          "VipsForeignLoadHeifSource");

  private final NativeLibrary library;

  /// @throws VipsFailed if this libvips does not start or is too old
  public Vips(Path file) {
    library = new NativeLibrary(file);
    try (Arena arena = Arena.ofConfined()) {
      check(arena, integer(arena, plain("vips_init"), "lumina"));
      if (version(arena, 0) * 100 + version(arena, 1) < OLDEST) {
        throw new VipsFailed("older than 8.14");
      }
      restrict(arena);
    }
  }

  private int version(Arena arena, int part) {
    return integer(arena, plain("vips_version"), part);
  }

  private void restrict(Arena arena) {
    integer(arena, plain("vips_cache_set_max"), 0);
    integer(arena, plain("vips_concurrency_set"), 1);
    integer(arena, plain("vips_operation_block_set"), "VipsForeignLoad", 1);
    for (String loader : ALLOWED_LOADERS) {
      integer(arena, plain("vips_operation_block_set"), loader, 0);
    }
    integer(arena, plain("vips_block_untrusted_set"), 1);
  }

  int integer(Arena arena, Signature function, @Nullable Object... arguments) {
    return library.callForInt(arena, function, arguments);
  }

  MemorySegment pointer(Arena arena, Signature function, @Nullable Object... arguments) {
    return library.callForPointer(arena, function, arguments);
  }

  void check(Arena arena, int result) {
    if (result != 0) {
      throw failure(arena);
    }
  }

  VipsFailed failure(Arena arena) {
    MemorySegment text = pointer(arena, plain("vips_error_buffer"));
    String message = text.reinterpret(Long.MAX_VALUE).getString(0).strip();
    integer(arena, plain("vips_error_clear"));
    return new VipsFailed(message);
  }

  /// Returns the memory of a large picture to the system, if the C library supports it.
  public void trimMemory() {
    if (library.has("malloc_trim")) {
      try (Arena arena = Arena.ofConfined()) {
        integer(arena, plain("malloc_trim"), MemorySegment.NULL);
      }
    }
  }
}
