package lumina.media.process;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lumina.media.process.Landlock.Rule;

/// Drops all rights that a program does not need, then executes the program in the same process, so
/// that no thread of it ever runs unconfined. A picture that takes over a worker, or a video that
/// takes over ffmpeg, reaches neither the database, nor other people's pictures, nor the network.
public final class Confinement {
  /// What a jar needs for it.
  public static final List<Class<?>> CLASSES =
      List.of(Confinement.class, Landlock.class, SystemCallFilter.class);

  /// Placeholder in the program's command; replaced by `confined` or `free`.
  public static final String HERE = "?";

  public static final String CONFINED = "confined";
  static final String FREE = "free";

  private static final List<String> SYSTEM =
      List.of(
          "/lib",
          "/lib64",
          "/usr/lib",
          "/usr/lib64",
          "/usr/local/lib",
          "/nix/store",
          "/etc/ld.so.cache",
          "/sys/devices/system/cpu",
          "/sys/fs/cgroup",
          "/proc/self",
          "/proc/meminfo",
          "/proc/cpuinfo",
          "/dev/null",
          "/dev/urandom");

  private Confinement() {}

  /// The arguments are a writable folder, the number of readable files and folders, these, and the
  /// command of the program.
  public static void main(String[] args) {
    List<String> words = List.of(args);
    int command = 2 + Integer.parseInt(words.get(1));
    List<Rule> rules = new ArrayList<>(ofSystem());
    rules.add(new Rule(Path.of(words.getFirst()), Landlock.WRITE));
    words.subList(2, command).forEach(path -> rules.add(new Rule(Path.of(path), Landlock.READ)));
    boolean restricted = Landlock.restrict(rules) && SystemCallFilter.restrict();
    String done = restricted ? CONFINED : FREE;
    Landlock.execute(
        words.subList(command, words.size()).stream()
            .map(word -> word.equals(HERE) ? done : word)
            .toList());
  }

  private static List<Rule> ofSystem() {
    List<Rule> rules = new ArrayList<>();
    rules.add(new Rule(Path.of(System.getProperty("java.home")), Landlock.READ));
    SYSTEM.forEach(path -> rules.add(new Rule(Path.of(path), Landlock.READ)));
    // Debian keeps the settings of its Java here.
    try (DirectoryStream<Path> java = Files.newDirectoryStream(Path.of("/etc"), "java*")) {
      java.forEach(folder -> rules.add(new Rule(folder, Landlock.READ)));
    } catch (IOException none) {
      // other systems keep them elsewhere
    }
    return rules;
  }
}
