package lumina.survival;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import lumina.process.LuminaProcess;

/// A Lumina at one address, which is killed again and again, like by a power cut.
final class KilledServer {
  private static final Predicate<String> READY = Pattern.compile("Lumina is at http").asPredicate();

  private final Map<String, String> settings;
  private final List<String> left = new ArrayList<>();
  private LuminaProcess process;
  private CompletableFuture<Void> ready;

  /// @param settings with a port
  KilledServer(Map<String, String> settings) {
    this.settings = settings;
    process = LuminaProcess.start(settings);
    ready = reading(process);
  }

  /// Reads its output for ever, as it would wait otherwise when nobody does.
  private static CompletableFuture<Void> reading(LuminaProcess process) {
    CompletableFuture<Void> ready = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                process.until(READY);
                ready.complete(null);
                process.until(line -> false);
              } catch (UncheckedIOException killed) {
                ready.complete(null);
              }
            });
    return ready;
  }

  String address() {
    return "http://localhost:" + settings.get("PORT");
  }

  void awaitReady() throws InterruptedException {
    try {
      ready.get(2, TimeUnit.MINUTES);
    } catch (ExecutionException | TimeoutException never) {
      throw new IllegalStateException(process.said(), never);
    }
    if (!process.runs()) {
      throw new IllegalStateException(process.said());
    }
  }

  /// Kills it, and starts it again.
  void restart() {
    List<ProcessHandle> children = process.children();
    process.kill();
    children.forEach(this::awaitEnd);
    process = LuminaProcess.start(settings);
    ready = reading(process);
  }

  /// Kills its image workers and whatever else it started.
  void killChildren() {
    process.children().forEach(ProcessHandle::destroyForcibly);
  }

  private void awaitEnd(ProcessHandle child) {
    String command = child.info().commandLine().orElse("unknown");
    try {
      var _ = child.onExit().get(20, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException | InterruptedException stays) {
      left.add("process left: " + command);
    }
  }

  /// Processes that it had started and that did not end with it.
  List<String> left() {
    return left;
  }

  void stop() {
    process.stop();
  }
}
