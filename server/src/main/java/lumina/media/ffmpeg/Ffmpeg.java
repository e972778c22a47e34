package lumina.media.ffmpeg;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import lumina.media.ffmpeg.FfmpegFailed.Reason;
import lumina.media.process.ClassJar;
import lumina.media.process.ConfinedCommand;
import lumina.media.process.Confinement;
import lumina.media.process.ProgramFiles;

/// Runs `ffmpeg` and `ffprobe` as child processes that can read some files, write one folder, and
/// do nothing else: no network, no other files, bounded memory and time. A program ends with the
/// server. Thread-safe; the caller limits how many run at once.
public final class Ffmpeg {
  private static final int MAX_OUTPUT = 1 << 20;
  private static final int MAX_LOG = 2_000;

  /// The part of its time that a program does not work for if it is only waiting: nine of ten.
  private static final int IDLE = 10;

  private static final int KILLED = 128 + 9;

  /// A program that somebody ended by SIGHUP, SIGINT or SIGTERM ends with one of these; with the
  /// last if it is ffmpeg, which handles them.
  private static final List<Integer> ENDED = List.of(128 + 1, 128 + 2, 128 + 15, 255);

  /// A program that the system stopped because of its limits ends with one of these.
  private static final List<Integer> OUT_OF_TIME = List.of(128 + 24, KILLED);

  private static final Executor READERS = Thread::startVirtualThread;

  private final FfmpegFiles programs;
  private final ProgramFiles files;

  /// @param cacheFolder where the programs are unpacked
  public Ffmpeg(Path cacheFolder) {
    this.programs = new FfmpegFiles(cacheFolder);
    this.files = new ProgramFiles(cacheFolder);
  }

  /// The programs.
  public enum Program {
    FFMPEG,
    FFPROBE;

    private List<String> options() {
      return this == FFMPEG ? FfmpegCommand.OPTIONS : List.of("-hide_banner", "-loglevel", "error");
    }
  }

  /// @param wall elapsed time after which the program is killed
  /// @param processor processor time after which it is killed, of all its threads together
  /// @param memory in bytes of address space
  public record Limits(Duration wall, Duration processor, long memory) {}

  /// One run of a program.
  ///
  /// @param readable the files, and folders, that it may read; absolute paths
  /// @param writable the folder that it may change, and in which it runs; an absolute path
  /// @param arguments as on its command line, after the options that all runs have: quiet, no input
  ///   from a terminal, only files
  public record Job(
      Program program, List<Path> readable, Path writable, List<String> arguments, Limits limits) {
    public Job {
      readable = List.copyOf(readable);
      arguments = List.copyOf(arguments);
    }
  }

  /// Whether an ffmpeg runs on this machine. The first call may take a second.
  public boolean isAvailable() {
    return programs.folder().isPresent();
  }

  /// Runs a program to its end.
  ///
  /// @return what it wrote to its standard output, at most a megabyte
  public String run(Job job) throws FfmpegFailed {
    long start = System.nanoTime();
    Process process = start(job);
    try {
      CompletableFuture<byte[]> output = reading(() -> output(process));
      CompletableFuture<String> log = reading(() -> lastLines(process));
      if (!process.waitFor(job.limits().wall().toMillis(), TimeUnit.MILLISECONDS)) {
        throw overdue(process, job.limits().wall());
      }
      // Ending a process closes its streams, also those that are still being read.
      byte[] answer = output.join();
      if (ENDED.contains(process.exitValue())
          || (process.exitValue() == KILLED && !mayHaveUsed(job.limits().processor(), start))) {
        throw new FfmpegFailed(Reason.UNAVAILABLE, "Something on this machine ended ffmpeg.");
      }
      check(answer, process.exitValue(), log.join());
      return new String(answer, StandardCharsets.UTF_8);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new FfmpegFailed(Reason.STOPPED, "The server is stopping.");
    } catch (CompletionException broken) {
      throw new FfmpegFailed(Reason.BROKEN, "The answer could not be read: " + broken.getMessage());
    } finally {
      end(process);
    }
  }

  private Process start(Job job) throws FfmpegFailed {
    Path folder =
        programs
            .folder()
            .orElseThrow(() -> new FfmpegFailed(Reason.UNAVAILABLE, "No ffmpeg runs here."));
    try {
      ProcessBuilder builder = new ProcessBuilder(command(folder, job));
      builder.environment().clear();
      builder.environment().putAll(FfmpegCommand.environment(folder, job.writable()));
      return builder.directory(job.writable().toFile()).start();
    } catch (IOException failed) {
      throw new FfmpegFailed(Reason.UNAVAILABLE, "ffmpeg did not start: " + failed.getMessage());
    }
  }

  private List<String> command(Path folder, Job job) throws IOException {
    Path classes = files.placed("confinement", ClassJar.of(Confinement.CLASSES, List.of()), ".jar");
    List<Path> readable = new ArrayList<>(job.readable());
    readable.add(folder);
    List<String> command = new ArrayList<>();
    command.add(folder.resolve(job.program().name().toLowerCase(Locale.ROOT)).toString());
    command.addAll(job.program().options());
    command.addAll(List.of("-protocol_whitelist", "file,pipe"));
    command.addAll(job.arguments());
    return new ConfinedCommand(classes, limited(job.limits()), readable, job.writable())
        .of(command);
  }

  /// Ends the program when the server's end of the pipe closes, and lets everything else go first.
  private static String limited(Limits limits) {
    return ("ulimit -v %d 2>/dev/null; ulimit -t %d; exec 3<&0;"
            + " (trap '' INT TERM HUP; read -r _ <&3; kill -9 $$) >/dev/null 2>&1 &"
            + " exec 3<&- </dev/null; set -- nice -n 10 \"$@\"")
        .formatted(limits.memory() >> 10, limits.processor().toSeconds());
  }

  private interface Reading<T> {
    T read() throws IOException;
  }

  private static <T> CompletableFuture<T> reading(Reading<T> reading) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return reading.read();
          } catch (IOException broken) {
            throw new UncheckedIOException(broken);
          }
        },
        READERS);
  }

  /// Reads one byte more than is allowed, and ends a program that writes it.
  private static byte[] output(Process process) throws IOException {
    byte[] output = process.getInputStream().readNBytes(MAX_OUTPUT + 1);
    if (output.length > MAX_OUTPUT) {
      end(process);
    }
    return output;
  }

  private static String lastLines(Process process) throws IOException {
    StringBuilder last = new StringBuilder();
    char[] buffer = new char[1 << 12];
    try (var log = process.errorReader(StandardCharsets.UTF_8)) {
      for (int read = log.read(buffer); read >= 0; read = log.read(buffer)) {
        last.append(buffer, 0, read);
        last.delete(0, Math.max(0, last.length() - MAX_LOG));
      }
    }
    return last.toString().strip();
  }

  /// A program that did nothing for nearly all of its time says nothing about its file: the machine
  /// is busy, or somebody has stopped it.
  private static FfmpegFailed overdue(Process process, Duration wall) {
    Duration worked = process.info().totalCpuDuration().orElse(wall);
    return worked.multipliedBy(IDLE).compareTo(wall) < 0
        ? new FfmpegFailed(Reason.UNAVAILABLE, "ffmpeg has waited for the whole of its time.")
        : new FfmpegFailed(Reason.COSTLY, "ffmpeg was ended after its time.");
  }

  /// Whether all cores together can have worked for so long. If not, a killed program has not
  /// exceeded its time: the machine ran out of memory, for example.
  private static boolean mayHaveUsed(Duration processor, long start) {
    long elapsed = System.nanoTime() - start;
    return elapsed * Runtime.getRuntime().availableProcessors() >= processor.toNanos();
  }

  private static void check(byte[] answer, int status, String log) throws FfmpegFailed {
    if (answer.length > MAX_OUTPUT || OUT_OF_TIME.contains(status)) {
      throw new FfmpegFailed(Reason.COSTLY, "ffmpeg was ended at its limits. " + log);
    }
    if (status != 0) {
      throw new FfmpegFailed(Reason.BROKEN, "ffmpeg failed (" + status + "). " + log);
    }
  }

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
