package lumina.media.process;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Calls Landlock, the part of Linux with which a process gives up rights for good, for itself and
/// for all programs that it starts: which files it may read, write and execute, and no network. It
/// needs no privileges.
public final class Landlock {
  // System calls.
  static final boolean ARM = System.getProperty("os.arch", "").equals("aarch64");
  private static final long OPEN_AT = ARM ? 56 : 257;
  private static final long PRCTL = ARM ? 167 : 157;
  private static final long CREATE_RULESET = 444;
  private static final long ADD_RULE = 445;
  private static final long RESTRICT_SELF = 446;

  private static final long VERSION = 1;
  private static final long PATH_BENEATH = 1;

  private static final long SET_DUMPABLE = 4;
  private static final long SET_NO_NEW_PRIVILEGES = 38;

  private static final long WORKING_FOLDER = -100;
  private static final long O_PATH = 0x200000;
  private static final long O_CLOEXEC = 0x80000;

  // Rights over files, as bits.
  private static final long EXECUTE = 1;
  private static final long WRITE_FILE = 1 << 1;
  private static final long READ_FILE = 1 << 2;
  private static final long READ_FOLDER = 1 << 3;
  private static final long REMOVE_FOLDER = 1 << 4;
  private static final long REMOVE_FILE = 1 << 5;
  private static final long MAKE_FOLDER = 1 << 7;
  private static final long MAKE_FILE = 1 << 8;
  private static final long ALL_OF_VERSION_1 = (1 << 13) - 1;
  private static final long LINK_ELSEWHERE = 1 << 13;
  private static final long TRUNCATE = 1 << 14;

  private static final long BIND_AND_CONNECT = 3;
  private static final long SIGNALS_AND_SOCKETS = 3;

  static final long READ = EXECUTE | READ_FILE | READ_FOLDER;
  static final long WRITE =
      WRITE_FILE
          | READ_FILE
          | READ_FOLDER
          | REMOVE_FOLDER
          | REMOVE_FILE
          | MAKE_FOLDER
          | MAKE_FILE
          | TRUNCATE;
  private static final long OF_FILES = EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE;

  /// The rights over a file, or over everything in a folder.
  record Rule(Path path, long rights) {}

  /// All functions are called with as many words as a system call takes, because to prepare the
  /// call of another shape takes long.
  private static final FunctionDescriptor SHAPE =
      FunctionDescriptor.of(
          JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);

  private static final MethodHandle SYSTEM_CALL = function("syscall");
  private static final MethodHandle EXECV = function("execv");
  private static final MethodHandle SETSID = function("setsid");

  private Landlock() {}

  private static MethodHandle function(String name) {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), SHAPE);
  }

  private static boolean isLinux() {
    return System.getProperty("os.name", "").equals("Linux");
  }

  /// Returns a number below 1 if the system has no Landlock.
  public static long version() {
    return isLinux() ? call(CREATE_RULESET, 0, 0, VERSION, 0) : -1;
  }

  /// Hides this process from other processes of the same user: they can read neither its memory nor
  /// the environment with which it was started.
  ///
  /// @return whether it succeeded
  public static boolean hide() {
    return isLinux() && prctl(SET_DUMPABLE, 0, 0);
  }

  /// Restricts this thread, and all programs that it executes, to these rules.
  ///
  /// @return whether the system supports it
  static boolean restrict(List<Rule> rules) {
    long version = version();
    if (version < 1 || !prctl(SET_NO_NEW_PRIVILEGES, 1, 0)) {
      return false;
    }
    try (Arena arena = Arena.ofConfined()) {
      long handled = ALL_OF_VERSION_1;
      handled |= version >= 2 ? LINK_ELSEWHERE : 0;
      handled |= version >= 3 ? TRUNCATE : 0;
      MemorySegment ruleset = arena.allocate(JAVA_LONG, 3);
      ruleset.setAtIndex(JAVA_LONG, 0, handled);
      ruleset.setAtIndex(JAVA_LONG, 1, version >= 4 ? BIND_AND_CONNECT : 0);
      ruleset.setAtIndex(JAVA_LONG, 2, version >= 6 ? SIGNALS_AND_SOCKETS : 0);
      long size = 8L * (version >= 6 ? 3 : version >= 4 ? 2 : 1);
      long rights = call(CREATE_RULESET, ruleset.address(), size, 0, 0);
      boolean complete = rights >= 0;
      for (Rule rule : rules) {
        complete &= !Files.exists(rule.path()) || add(arena, rights, rule, handled);
      }
      return complete && call(RESTRICT_SELF, rights, 0, 0, 0) == 0;
    }
  }

  private static boolean add(Arena arena, long ruleset, Rule rule, long handled) {
    long rights = Files.isDirectory(rule.path()) ? rule.rights() : rule.rights() & OF_FILES;
    MemorySegment beneath = arena.allocate(12);
    beneath.set(JAVA_LONG_UNALIGNED, 0, rights & handled);
    beneath.set(JAVA_INT, 8, (int) open(arena, rule.path()));
    return call(ADD_RULE, ruleset, PATH_BENEATH, beneath.address(), 0) == 0;
  }

  /// Replaces this process by another program with the same process id, pipes and environment. A
  /// signal to the group of the server, such as Ctrl+C, does not reach it: the server ends it.
  static void execute(List<String> command) {
    try (Arena arena = Arena.ofConfined()) {
      var _ = (long) SETSID.invokeExact(0L, 0L, 0L, 0L, 0L, 0L);
      MemorySegment words = arena.allocate(ADDRESS, command.size() + 1L);
      for (int i = 0; i < command.size(); i++) {
        words.setAtIndex(ADDRESS, i, arena.allocateFrom(command.get(i)));
      }
      long program = arena.allocateFrom(command.getFirst()).address();
      var _ = (long) EXECV.invokeExact(program, words.address(), 0L, 0L, 0L, 0L);
      throw new IllegalStateException("cannot execute " + command.getFirst());
    } catch (Throwable failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static long open(Arena arena, Path path) {
    long name = arena.allocateFrom(path.toString()).address();
    return call(OPEN_AT, WORKING_FOLDER, name, O_PATH | O_CLOEXEC, 0);
  }

  static boolean prctl(long option, long first, long second) {
    return call(PRCTL, option, first, second, 0) == 0;
  }

  private static long call(long number, long first, long second, long third, long fourth) {
    try {
      return (long) SYSTEM_CALL.invokeExact(number, first, second, third, fourth, 0L);
    } catch (Throwable failed) {
      throw new IllegalStateException(failed);
    }
  }
}
