import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// Measures the memory of all processes of Lumina while it takes files, videos until they play. Run
/// it through `bin/bench memory`.
class Memory {
  private static final int PORT = 18_088;

  public static void main(String[] arguments) throws Exception {
    Map<String, String> settings =
        Map.of("LUMINA_DATA", Files.createTempDirectory("lumina-memory").toString());
    Running server = Running.start(Path.of(arguments[0]), PORT, settings);
    server.signUp();
    System.out.println("| file | size | seconds until it plays | most memory of all processes |");
    System.out.println("| --- | ---: | ---: | ---: |");
    for (String name : List.of(arguments).subList(1, arguments.length)) {
      measure(server, Path.of(name));
    }
    server.stop();
    System.exit(0);
  }

  private static void measure(Running server, Path file) throws Exception {
    AtomicLong most = new AtomicLong();
    Thread watching = Thread.ofPlatform().start(() -> watch(server.process(), most));
    long start = System.nanoTime();
    server.upload(file);
    while (newest(server).contains("\"status\":\"processing\"")) {
      Thread.sleep(100);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    watching.interrupt();
    watching.join();
    System.out.printf(
        Locale.ROOT,
        "| %s | %,d KB | %.1f | %d MB |%n",
        file.getFileName(),
        Files.size(file) / 1024,
        seconds,
        most.get() / 1024);
  }

  private static String newest(Running server) throws Exception {
    return new String(server.get("/api/photos?scope=profile&limit=1").body());
  }

  private static void watch(ProcessHandle server, AtomicLong most) {
    while (!Thread.interrupted()) {
      LongStream sizes =
          Stream.concat(Stream.of(server), server.descendants()).mapToLong(Memory::kilobytes);
      most.accumulateAndGet(sizes.sum(), Math::max);
      LockSupport.parkNanos(50_000_000);
    }
  }

  /// What the process alone needs, and its part of what it shares; 0 if it has ended.
  private static long kilobytes(ProcessHandle process) {
    try (Stream<String> lines =
        Files.lines(Path.of("/proc/" + process.pid() + "/smaps_rollup"))) {
      return lines
          .filter(line -> line.startsWith("Pss:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .sum();
    } catch (IOException | RuntimeException ended) {
      return 0;
    }
  }
}
