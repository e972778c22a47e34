package lumina.media.worker;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lumina.media.process.ConfinedCommand;
import lumina.media.process.Confinement;
import lumina.media.worker.EngineFiles.Engine;
import org.jspecify.annotations.Nullable;

/// A running worker, which makes one picture at a time.
final class WorkerProcess implements AutoCloseable {
  /// In kilobytes. A picture that passes the checks and still needs more memory ends the worker,
  /// not the machine.
  private static final String LIMITED = "ulimit -v 1500000 2>/dev/null";

  /// The whole environment of a worker: it gets none of the server's secrets, and none of the
  /// server's JVM options.
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "LC_ALL", "C.UTF-8",
          "MALLOC_ARENA_MAX", "2",
          "VIPS_CONCURRENCY", "1",
          "VIPS_WARNING", "0");

  private final WorkerFolder folder;
  private final Process process;
  private final BufferedReader answers;
  private final BufferedWriter jobs;
  private final WorkerWatch watch;
  private int done;
  private volatile boolean lost;
  private volatile long idleSince = System.nanoTime();

  /// The worker's log is written beside its classes.
  WorkerProcess(Engine engine, WorkerFolder folder, WorkerWatch watch) throws IOException {
    this.folder = folder;
    this.watch = watch;
    Path log = engine.classes().resolveSibling("worker.log");
    ProcessBuilder builder = new ProcessBuilder(command(engine, folder));
    builder.environment().clear();
    builder.environment().putAll(ENVIRONMENT);
    builder.environment().put("TMPDIR", folder.out().toString()); // for data that exceeds memory
    builder.directory(folder.out().toFile()).redirectError(log.toFile());
    this.process = builder.start();
    this.answers = process.inputReader(StandardCharsets.UTF_8);
    this.jobs = process.outputWriter(StandardCharsets.UTF_8);
  }

  private static List<String> command(Engine engine, WorkerFolder folder) {
    List<Path> readable = new ArrayList<>(List.of(engine.library(), folder.in()));
    readable.addAll(engine.programs());
    ConfinedCommand confined =
        new ConfinedCommand(engine.classes(), LIMITED, readable, folder.out());
    List<String> worker = new ArrayList<>(confined.java());
    worker.addAll(List.of(Worker.class.getName(), Confinement.HERE, engine.library().toString()));
    return confined.of(worker);
  }

  /// Reads the first line of the worker.
  List<String> greeting() throws WorkerLost {
    return answer(null, watch.overStart(process));
  }

  List<String> ask(WorkerJob job) throws WorkerLost {
    done++;
    try {
      List<String> answer = answer(folder.handOver(job), watch.over(process));
      if (WorkerProtocol.DONE.equals(answer.getFirst())) {
        folder.takeBack(job);
      }
      return answer;
    } finally {
      folder.clear();
      idleSince = System.nanoTime();
    }
  }

  private List<String> answer(@Nullable String job, WorkerWatch.Guard guard) throws WorkerLost {
    try {
      if (job != null) {
        jobs.write(job);
        jobs.newLine();
        jobs.flush();
      }
      String line = answers.readLine();
      if (line != null) {
        return WorkerProtocol.words(line);
      }
      throw lost(guard);
    } catch (IOException broken) {
      throw lost(guard);
    } finally {
      guard.leave();
    }
  }

  /// Sets a flag, since a process counts as alive for a moment after its pipe broke.
  private WorkerLost lost(WorkerWatch.Guard guard) {
    lost = true;
    WorkerLost why = new WorkerLost(guard.reason());
    close();
    return why;
  }

  int done() {
    return done;
  }

  boolean isAlive() {
    return !lost && process.isAlive();
  }

  Duration idle() {
    return Duration.ofNanos(System.nanoTime() - idleSince);
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    folder.close();
  }
}
