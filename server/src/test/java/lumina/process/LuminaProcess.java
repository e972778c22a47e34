package lumina.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import lumina.Lumina;

/// A server or command in a process of its own, with a timeout for whatever it waits for.
public final class LuminaProcess {
  /// Tests are short; whoever measures the packaged server is patient.
  private static final int MINUTES = System.getProperty("lumina.app") == null ? 5 : 60;

  private static final Pattern ADDRESS = Pattern.compile("Lumina is at (http://localhost:\\d+)");

  private final Process process;
  private final StringBuilder said = new StringBuilder();

  private LuminaProcess(Process process) {
    this.process = process;
    CompletableFuture.delayedExecutor(MINUTES, TimeUnit.MINUTES).execute(process::destroyForcibly);
  }

  /// Starts a server.
  ///
  /// @param environment the settings
  public static LuminaProcess start(Map<String, String> environment) {
    String app = System.getProperty("lumina.app");
    return app == null ? start(Lumina.class, environment) : packaged(Path.of(app), environment);
  }

  /// Starts a command, which only the packaged server has.
  public static Optional<LuminaProcess> command(Map<String, String> environment, String command) {
    return Optional.ofNullable(System.getProperty("lumina.app"))
        .map(app -> packaged(Path.of(app), environment, command));
  }

  /// @param app the folder of the jar and its AOT cache
  private static LuminaProcess packaged(
      Path app, Map<String, String> environment, String... words) {
    try {
      String cache = "-XX:AOTCache=" + app.resolve("lumina.aot");
      String jar = app.resolve("lumina.jar").toString();
      List<String> options = List.of(cache, "-Xlog:aot=off", "-Xlog:cds=off", "-jar", jar);
      return java(environment, options, words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// @param main the main class and its arguments
  public static LuminaProcess start(
      Class<?> main, Map<String, String> environment, String... words) {
    List<String> arguments = new ArrayList<>(List.of(main.getName()));
    arguments.addAll(List.of(words));
    try {
      return java(environment, SharedClasses.options(), arguments.toArray(String[]::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// @param options options of the JVM, including its class path
  static LuminaProcess java(
      Map<String, String> environment, List<String> options, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m"));
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(options);
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    Optional.ofNullable(System.getProperty("lumina.cache"))
        .ifPresent(cache -> builder.environment().put("LUMINA_CACHE", cache));
    builder.environment().putAll(environment);
    return new LuminaProcess(builder.start());
  }

  /// Waits until it prints a matching line, or ends.
  public LuminaProcess until(Predicate<String> line) {
    try {
      String next = process.inputReader().readLine();
      while (next != null) {
        said.append(next).append('\n');
        if (line.test(next)) {
          return this;
        }
        next = process.inputReader().readLine();
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Waits until the server prints its address, or ends.
  public LuminaProcess untilReady() {
    return until(line -> ADDRESS.matcher(line).find());
  }

  /// The address that the server has printed.
  public String address() {
    return ADDRESS
        .matcher(said)
        .results()
        .map(found -> found.group(1))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(said()));
  }

  /// Waits until the process ends.
  public int exitCode() {
    var _ = until(line -> false);
    return process.onExit().join().exitValue();
  }

  public boolean runs() {
    return process.isAlive();
  }

  /// The output so far.
  public String said() {
    return said.toString();
  }

  /// The processes that it started, and theirs.
  public List<ProcessHandle> children() {
    return process.descendants().toList();
  }

  /// Terminates the process and waits until it has ended.
  public void stop() {
    process.destroy();
    var _ = process.onExit().join();
  }

  /// Kills the process, like a power cut.
  public void kill() {
    var _ = process.destroyForcibly().onExit().join();
  }
}
