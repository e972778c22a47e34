package lumina.media.worker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import lumina.media.Glance;
import lumina.media.RefusedImage;
import lumina.media.capture.CaptureReading;
import lumina.media.process.Landlock;
import lumina.media.still.Derivation;
import lumina.media.still.Derivation.Output;
import lumina.media.still.Vips;
import lumina.media.still.VipsFailed;
import lumina.media.still.VipsSession;
import lumina.media.worker.WorkerProtocol.Task;

/// The child process that runs the native engine, so that a crash costs one picture and not the
/// server.
final class Worker {
  private static final int PAUSE_SECONDS = 1;
  private final PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final ExecutorService alongside =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
  private final BlockingQueue<String> jobs = new LinkedBlockingQueue<>();

  private Worker() {}

  /// Works until the server closes its end of the pipe. The arguments are whether the worker is
  /// confined, and the library to load.
  public static void main(String[] args) throws InterruptedException {
    new Worker().work(args[0], Path.of(args[1]));
  }

  private void work(String confined, Path library) throws InterruptedException {
    var _ = Landlock.hide();
    Thread.ofPlatform().daemon().start(this::readJobs);
    Vips vips;
    try {
      vips = new Vips(library);
    } catch (VipsFailed | IllegalArgumentException unfit) {
      answers.println(
          WorkerProtocol.line(WorkerProtocol.UNFIT, String.valueOf(unfit.getMessage())));
      return;
    }
    answers.println(WorkerProtocol.line(WorkerProtocol.READY, confined));
    while (true) {
      List<String> job = WorkerProtocol.words(nextJob(vips));
      answers.println(
          switch (Task.valueOf(job.getFirst())) {
            case CAPTURE -> WorkerProtocol.line(WorkerProtocol.DONE, capture(job));
            case GLANCE -> glance(vips, picture(job));
            case DERIVE -> derive(vips, job);
          });
    }
  }

  /// Returns memory to the system only when there is a pause, because the next picture needs as
  /// much.
  private String nextJob(Vips vips) throws InterruptedException {
    String next = jobs.poll(PAUSE_SECONDS, TimeUnit.SECONDS);
    if (next == null) {
      vips.trimMemory();
      next = jobs.take();
    }
    return next;
  }

  /// Also watches the server: if the server ends, the worker ends, even in the middle of a picture.
  private void readJobs() {
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        jobs.add(line);
      }
    } catch (IOException gone) {
      // the same as the end of the stream
    } finally {
      Runtime.getRuntime().halt(0);
    }
  }

  private static Path picture(List<String> job) {
    return Path.of(job.get(1));
  }

  private static String capture(List<String> job) {
    return CaptureReading.of(picture(job), System.currentTimeMillis()).written();
  }

  private static String glance(Vips vips, Path picture) {
    try (VipsSession session = new VipsSession(vips)) {
      Glance seen = session.glance(picture);
      return WorkerProtocol.line(WorkerProtocol.DONE, seen.width(), seen.height(), seen.colours());
    } catch (VipsFailed damaged) {
      String why = String.valueOf(damaged.getMessage());
      return WorkerProtocol.line(WorkerProtocol.REFUSED, RefusedImage.UNSUPPORTED, why);
    }
  }

  private static Optional<Path> programs(String folder) {
    return folder.isEmpty() ? Optional.empty() : Optional.of(Path.of(folder));
  }

  private String derive(Vips vips, List<String> job) {
    long mostPixels = Long.parseLong(job.get(2));
    List<Output> outputs = new ArrayList<>();
    for (int i = WorkerProtocol.BEFORE_OUTPUTS; i < job.size(); i += 3) {
      outputs.add(
          new Output(Integer.parseInt(job.get(i)), job.get(i + 1), Path.of(job.get(i + 2))));
    }
    Path folder = Objects.requireNonNull(outputs.getFirst().file().getParent());
    try (VipsSession session = new VipsSession(vips)) {
      Derivation derivation =
          new Derivation(session, picture(job), folder, alongside, programs(job.get(3)));
      if (derivation.pixelsToDecode() > mostPixels) {
        return WorkerProtocol.line(WorkerProtocol.HEAVY);
      }
      Derivation.Result done = derivation.write(outputs);
      return WorkerProtocol.line(
          WorkerProtocol.DONE,
          done.width(),
          done.height(),
          done.placeholder(),
          done.damaged(),
          done.animated(),
          capture(job));
    } catch (RefusedImage refused) {
      return WorkerProtocol.line(
          WorkerProtocol.REFUSED, refused.code(), String.valueOf(refused.getMessage()));
    } catch (VipsFailed | CompletionException | UncheckedIOException failed) {
      return WorkerProtocol.line(WorkerProtocol.FAILED, String.valueOf(failed.getMessage()));
    }
  }
}
