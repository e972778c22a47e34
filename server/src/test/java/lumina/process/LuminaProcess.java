package lumina.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import lumina.Lumina;

/// A server or command in a process of its own, with a timeout for whatever it waits for.
///
/// It is the packaged one, whose AOT cache halves the processor's time of a start, if the property
/// `lumina.app` names its folder, otherwise the one of the class path.
public final class LuminaProcess implements AutoCloseable {
  private static final int MINUTES = Integer.getInteger("lumina.process-minutes", 5);

  private static final Pattern ADDRESS = Pattern.compile("Lumina is at (http://localhost:\\d+)");

  private final Process process;
  private final StringBuilder said = new StringBuilder();

  /// What it has said and nobody has waited for; nothing more comes after an empty one.
  private final BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();

  private LuminaProcess(Process process) {
    this.process = process;
    CompletableFuture.delayedExecutor(MINUTES, TimeUnit.MINUTES).execute(process::destroyForcibly);
  }

  /// Otherwise it would stop at what nobody reads.
  private LuminaProcess listened() {
    // Not a virtual thread: a read from a pipe blocks its carrier thread.
    Thread.ofPlatform().daemon().start(this::listen);
    return this;
  }

  private void listen() {
    try (BufferedReader out = process.inputReader()) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        lines.add(Optional.of(line));
      }
    } catch (IOException e) {
      lines.add(Optional.of(e.toString()));
    } finally {
      lines.add(Optional.empty());
    }
  }

  /// Starts a server.
  ///
  /// @param environment the settings
  public static LuminaProcess start(Map<String, String> environment) {
    return start(Lumina.class, environment);
  }

  /// Starts the packaged server.
  ///
  /// @param options further options of the JVM
  public static LuminaProcess packaged(Map<String, String> environment, String... options)
      throws IOException {
    List<String> all = new ArrayList<>(List.of(options));
    all.addAll(packaged(app().orElseThrow()));
    return java(environment, all);
  }

  /// Starts a command, which only the packaged server has.
  public static Optional<LuminaProcess> command(Map<String, String> environment, String command) {
    return app().map(app -> start(Lumina.class, environment, command));
  }

  /// @param main the main class, if it is not the packaged one
  public static LuminaProcess start(
      Class<?> main, Map<String, String> environment, String... words) {
    try {
      List<String> options = new ArrayList<>();
      if (app().isPresent()) {
        options.addAll(packaged(app().get()));
      } else {
        options.addAll(SharedClasses.options());
        options.add(main.getName());
      }
      return java(environment, options, words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Path> app() {
    return Optional.ofNullable(System.getProperty("lumina.app"))
        .filter(app -> !app.isEmpty())
        .map(Path::of);
  }

  /// @param app the folder of the jar and its AOT cache
  private static List<String> packaged(Path app) {
    return List.of(
        "@" + app.resolve("serve.options"),
        "-XX:AOTCache=" + app.resolve("lumina.aot"),
        "-XX:AOTMode=on",
        "-jar",
        app.resolve("lumina.jar").toString());
  }

  /// @param options options of the JVM, including its class path
  static LuminaProcess java(
      Map<String, String> environment, List<String> options, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m"));
    command.addAll(options);
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    Optional.ofNullable(System.getProperty("lumina.cache"))
        .ifPresent(cache -> builder.environment().put("LUMINA_CACHE", cache));
    builder.environment().putAll(environment);
    return new LuminaProcess(builder.start()).listened();
  }

  /// Waits until it prints a matching line, or ends.
  public LuminaProcess until(Predicate<String> matches) {
    try {
      Optional<String> line = next();
      while (line.filter(matches.negate()).isPresent()) {
        line = next();
      }
      return this;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Optional<String> next() throws InterruptedException {
    Optional<String> line = lines.take();
    line.ifPresentOrElse(text -> said.append(text).append('\n'), () -> lines.add(line));
    return line;
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

  /// The output as far as anybody has waited for it.
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

  @Override
  public void close() {
    stop();
  }
}
