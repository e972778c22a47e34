package lumina.media.process;

import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/// Calls seccomp, the part of Linux with which a process gives up system calls for good, for itself
/// and for all programs that it starts. It takes what [Landlock] leaves: sockets of every kind, and
/// the owners, modes, times and attributes of files.
public final class SystemCallFilter {
  private static final long SET_SECCOMP = 22;
  private static final long WITH_FILTER = 2;

  // Instructions of the filter, and where they find the call and the architecture.
  private static final long LOAD = 0x20;
  private static final long IF_EQUAL = 0x15;
  private static final long IF_AT_LEAST = 0x35;
  private static final long RETURN = 0x06;
  private static final long CALL = 0;
  private static final long ARCHITECTURE = 4;

  private static final long ALLOWED = 0x7fff0000L;
  private static final long NOT_PERMITTED = 0x00050001L;
  private static final long THIS_ARCHITECTURE = Landlock.ARM ? 0xc00000b7L : 0xc000003eL;

  /// On x86-64, these and all above are the calls of another architecture.
  private static final long FOREIGN_CALLS = 0x40000000L;

  /// `socket`, `ptrace`, and those that change a file without opening it: `chmod`, `chown`,
  /// `utime`, `setxattr`, `removexattr` and their kin.
  private static final List<Integer> CALLS =
      Landlock.ARM
          ? List.of(198, 117, 52, 53, 54, 55, 88, 5, 6, 7, 14, 15, 16)
          : List.of(
              41, 101, 90, 91, 92, 93, 94, 132, 188, 189, 190, 197, 198, 199, 235, 260, 261, 268,
              280);

  /// `io_uring_setup`, which makes calls without calling, `fchmodat2`, `setxattrat` and
  /// `removexattrat`, on both.
  private static final List<Integer> NEW_CALLS = List.of(425, 452, 463, 466);

  private SystemCallFilter() {}

  /// Refuses these calls to this thread, and to all programs that it executes, after
  /// [Landlock#restrict].
  ///
  /// @return whether the system supports it
  static boolean restrict() {
    try (Arena arena = Arena.ofConfined()) {
      List<Long> filter = filter();
      MemorySegment instructions = arena.allocate(JAVA_LONG, filter.size());
      for (int i = 0; i < filter.size(); i++) {
        instructions.setAtIndex(JAVA_LONG, i, filter.get(i));
      }
      MemorySegment program = arena.allocate(JAVA_LONG, 2);
      program.set(JAVA_SHORT, 0, (short) filter.size());
      program.setAtIndex(JAVA_LONG, 1, instructions.address());
      return Landlock.prctl(SET_SECCOMP, WITH_FILTER, program.address());
    }
  }

  private static List<Long> filter() {
    List<Long> filter = new ArrayList<>();
    filter.add(instruction(LOAD, 0, 0, ARCHITECTURE));
    filter.add(instruction(IF_EQUAL, 1, 0, THIS_ARCHITECTURE));
    filter.add(instruction(RETURN, 0, 0, NOT_PERMITTED));
    filter.add(instruction(LOAD, 0, 0, CALL));
    refuse(IF_AT_LEAST, FOREIGN_CALLS, filter);
    CALLS.forEach(call -> refuse(IF_EQUAL, call, filter));
    NEW_CALLS.forEach(call -> refuse(IF_EQUAL, call, filter));
    filter.add(instruction(RETURN, 0, 0, ALLOWED));
    return filter;
  }

  private static void refuse(long comparison, long call, List<Long> filter) {
    filter.add(instruction(comparison, 0, 1, call));
    filter.add(instruction(RETURN, 0, 0, NOT_PERMITTED));
  }

  /// @param then how many instructions to skip if the comparison is true
  /// @param otherwise how many if it is false
  /// @param value a place, a number to compare with, or a result
  private static long instruction(long code, long then, long otherwise, long value) {
    return code | then << 16 | otherwise << 24 | value << 32;
  }
}
