package lumina.media.worker;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lumina.media.worker.Landlock.Rule;

/// Begins a worker: takes from this process what a worker does not need, and then becomes one, so
/// that none of its threads was ever free. A picture that takes over a worker finds neither the
/// database nor other people's pictures nor the network.
final class Confinement {
  /// Where a word of the command stands for what came of this.
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

  /// The arguments are a folder that may be read, one that may be written, how many further files
  /// may be read, these, and the command that starts the worker.
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
    // Where Debian keeps the settings of its Java.
    try (DirectoryStream<Path> java = Files.newDirectoryStream(Path.of("/etc"), "java*")) {
      java.forEach(folder -> rules.add(new Rule(folder, Landlock.READ)));
    } catch (IOException none) {
      // then they are elsewhere
    }
    return rules;
  }
}
