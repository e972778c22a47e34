package lumina.packaged;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lumina.Person;
import org.jspecify.annotations.Nullable;

/// What the build makes, in a process of its own, started as users start it.
final class RunningLumina implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("Lumina is at (http://localhost:\\d+)");

  /// The folder of the jar and its cache, with which it must start; bin/test names it.
  private static final Path APP = Path.of(System.getProperty("lumina.app", ""));

  private final Process process;
  private final @Nullable String address;
  private final String said;

  private RunningLumina(Process process, @Nullable String address, String said) {
    this.process = process;
    this.address = address;
    this.said = said;
  }

  /// Starts on a free port and waits until the process logs its address or refuses to start.
  static RunningLumina on(Path data, String... jvmOptions) throws IOException {
    return on(Map.of(), data, jvmOptions);
  }

  /// @param environment settings of stores that several instances may share, each with a data
  ///   folder of its own
  static RunningLumina on(Map<String, String> environment, Path data, String... jvmOptions)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-XX:AOTCache=" + APP.resolve("lumina.aot"), "-XX:AOTMode=on"));
    command.addAll(List.of(jvmOptions));
    command.addAll(List.of("-jar", APP.resolve("lumina.jar").toString()));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    // Like the default: relative to the working directory.
    builder.directory(data.toFile()).environment().put("LUMINA_DATA", ".");
    builder.environment().put("PORT", "0");
    builder.environment().putAll(environment);
    Process process = builder.start();
    StringBuilder said = new StringBuilder();
    BufferedReader out = process.inputReader();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      said.append(line).append('\n');
      Matcher found = ADDRESS.matcher(line);
      if (found.find()) {
        // Not a virtual thread: a read from a pipe blocks its carrier thread.
        Thread.ofPlatform().daemon().start(() -> out.lines().forEach(ignored -> {}));
        return new RunningLumina(process, found.group(1), said.toString());
      }
    }
    return new RunningLumina(process, null, said.toString());
  }

  Person stranger() {
    return Person.stranger(address());
  }

  /// A person who signed in before a restart.
  Person withCookie(String cookie) {
    return new Person(stranger().server(), "", 0, cookie);
  }

  String address() {
    if (address == null) {
      throw new IllegalStateException(said);
    }
    return address;
  }

  /// The output until the process was ready or ended.
  String said() {
    return said;
  }

  int exitCode() {
    return process.onExit().join().exitValue();
  }

  /// Like a power cut: no shutdown hook runs, no buffer is flushed.
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
