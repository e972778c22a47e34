package lumina.stores;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/// A real Redis without persistence, on a port of its own.
public final class Redis implements AutoCloseable {
  private final int port = FreePort.find();
  private final Path folder = newFolder();
  private final String password;
  private Process process;

  private Redis(String password) {
    this.password = password;
    this.process = launch();
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
  }

  public static Redis start() {
    return new Redis("");
  }

  public static Redis withPassword(String password) {
    return new Redis(password);
  }

  /// In the format of `REDIS_URL`.
  public String url() {
    return url(password);
  }

  public String url(String anyPassword) {
    String who = anyPassword.isEmpty() ? "" : ":" + anyPassword + "@";
    return "redis://" + who + "127.0.0.1:" + port;
  }

  public void stop() {
    process.destroyForcibly().onExit().join();
  }

  /// Restarts it empty on the same port.
  public void startAgain() {
    process = launch();
  }

  /// Keeps connections open and answers nothing, like an overloaded server.
  public void hang() {
    signal("-STOP");
  }

  public void goOn() {
    signal("-CONT");
  }

  private void signal(String which) {
    try {
      new ProcessBuilder("kill", which, Long.toString(process.pid())).start().onExit().join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Process launch() {
    List<String> command =
        List.of(
            "redis-server",
            "--bind",
            "127.0.0.1",
            "--port",
            Integer.toString(port),
            "--dir",
            folder.toString(),
            "--save",
            "",
            "--appendonly",
            "no",
            "--requirepass",
            password);
    try {
      Process launched = new ProcessBuilder(command).redirectErrorStream(true).start();
      awaitReady(launched.inputReader());
      return launched;
    } catch (IOException missing) {
      throw new IllegalStateException(
          "These tests need a real Redis: apt install redis-server.", missing);
    }
  }

  private static void awaitReady(BufferedReader out) throws IOException {
    StringBuilder said = new StringBuilder();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      said.append(line).append('\n');
      if (line.contains("Ready to accept connections")) {
        Thread.ofPlatform().daemon().start(() -> readOn(out));
        return;
      }
    }
    throw new IllegalStateException("Redis did not start: " + said);
  }

  /// Without a reader Redis would block once the pipe is full.
  private static void readOn(BufferedReader out) {
    try {
      out.lines().forEach(ignored -> {});
    } catch (UncheckedIOException stopped) {
      // expected at the end of every test
    }
  }

  private static Path newFolder() {
    try {
      return Files.createTempDirectory("lumina-redis-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    stop();
    FileSystemUtils.deleteRecursively(folder.toFile());
  }
}
