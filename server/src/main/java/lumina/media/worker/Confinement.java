package lumina.media.worker;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lumina.media.worker.Landlock.Rule;

/// Starts a worker: drops all rights that a worker does not need, then executes the worker in the
/// same process, so that no thread of it ever runs unconfined. A picture that takes over a worker
/// reaches neither the database, nor other people's pictures, nor the network.
final class Confinement {
  /// Placeholder in the worker's command; replaced by `confined` or `free`.
  static final String HERE = "?";

  static final String CONFINED = "confined";
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

  /// The arguments are a readable folder, a writable folder, the number of other readable files,
  /// these files, and the command of the worker.
  public static void main(String[] args) {
    List<String> words = List.of(args);
    int files = Integer.parseInt(words.get(2));
    List<Rule> rules = new ArrayList<>(ofSystem());
    rules.add(new Rule(Path.of(words.get(0)), Landlock.READ));
    rules.add(new Rule(Path.of(words.get(1)), Landlock.WRITE));
    words.subList(3, 3 + files).forEach(file -> rules.add(new Rule(Path.of(file), Landlock.READ)));
    String done = Landlock.restrict(rules) ? CONFINED : FREE;
    Landlock.execute(
        words.subList(3 + files, words.size()).stream()
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
