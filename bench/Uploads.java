import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Measures uploads a second of one or more builds of Lumina, at several numbers of simultaneous
/// uploads, and of sharp and vipsthumbnail, which make the same sizes from the same files. Each round
/// measures all targets in turn. Run it through `bin/bench uploads`.
class Uploads {
  private static final int PORT = 18_090;
  private static final int ROUNDS = 5;

  /// Until the JVM has compiled what uploads use.
  private static final int WARM_UPS = 3;

  /// Enough that the first and the last, which have the machine for themselves, count little.
  private static final int EACH = 32;
  private static final List<Integer> SIMULTANEOUS = List.of(1, 2, 8);

  /// Makes the sizes of pictures.
  private interface Maker {
    void make(int pictures) throws Exception;

    /// The processor time until now in milliseconds; 0 if unknown.
    default double processor() {
      return 0;
    }

    default double processorOfWorkers() {
      return 0;
    }
  }

  private record Target(String name, Maker maker) {}

  /// @param processor milliseconds for each picture
  private record Measured(double rate, double processor, double ofWorkers) {}

  private static final Map<Target, List<Measured>> results = new LinkedHashMap<>();
  private static Path folder;
  private static List<Path> files;

  /// The arguments are the photos of the demo, a folder with sharp in it, and the builds.
  public static void main(String[] arguments) throws Exception {
    folder = Files.createTempDirectory("lumina-uploads");
    files = Pictures.write(Path.of(arguments[0]), Files.createDirectory(folder.resolve("pictures")));
    Path out = Files.createDirectory(folder.resolve("out"));
    Target sharp = new Target("sharp, 2 at once", new Sharp(Path.of(arguments[1]), out, files));
    add(sharp);
    add(new Target("vipsthumbnail, 2 at once", new VipsThumbnail(out, files)));
    for (int i = 2; i < arguments.length; i++) {
      addLumina(Path.of(arguments[i]), PORT + i);
    }
    for (int i = 0; i < WARM_UPS + ROUNDS; i++) {
      for (Target target : results.keySet()) {
        Measured measured = measured(target);
        if (i >= WARM_UPS) {
          results.get(target).add(measured);
        }
      }
    }
    print(median(sharp));
    draw(median(sharp));
  }

  private static void draw(double sharp) throws Exception {
    Map<String, Double> ratios = new LinkedHashMap<>();
    results.keySet().forEach(target -> ratios.put(target.name(), median(target) / sharp));
    Plot.bars(Path.of("bench/results/uploads.svg"), "Uploads a second, sharp = 1", ratios);
  }

  private static void add(Target target) {
    results.put(target, new ArrayList<>());
  }

  private static void addLumina(Path app, int port) throws Exception {
    Running lumina =
        Running.start(
            app,
            port,
            Map.of("LUMINA_DATA", Files.createTempDirectory(folder, "data").toString()),
            "-XX:AOTCache=" + app.resolve("lumina.aot"),
            "-Xlog:aot=off",
            "-Xlog:cds=off");
    lumina.signUp();
    String name = Running.nameOf(app);
    for (int simultaneous : SIMULTANEOUS) {
      Maker uploads = new Lumina(lumina, simultaneous, lumina::send);
      add(new Target("%s, %d at once".formatted(name, simultaneous), uploads));
    }
    add(new Target(name + ", as forms, 8 at once", new Lumina(lumina, 8, lumina::upload)));
  }

  private static Measured measured(Target target) throws Exception {
    Maker maker = target.maker();
    double processor = maker.processor();
    double workers = maker.processorOfWorkers();
    long begin = System.nanoTime();
    maker.make(EACH);
    double seconds = (System.nanoTime() - begin) / 1e9;
    return new Measured(
        EACH / seconds,
        (maker.processor() - processor) / EACH,
        (maker.processorOfWorkers() - workers) / EACH);
  }

  private static double median(Target target) {
    return Wrk.median(results.get(target).stream().map(Measured::rate).toList());
  }

  private static void print(double sharp) {
    System.out.println(
        "| 12 megapixels | a second, median | minimum | maximum | of sharp | processor, ms each | of it in workers |");
    System.out.println("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
    results.forEach(
        (target, measured) -> {
          double[] sorted = measured.stream().mapToDouble(Measured::rate).sorted().toArray();
          System.out.printf(
              "| %s | %.2f | %.2f | %.2f | %.2f | %.0f | %.0f |%n",
              target.name(),
              sorted[ROUNDS / 2],
              sorted[0],
              sorted[ROUNDS - 1],
              sorted[ROUNDS / 2] / sharp,
              Wrk.median(measured.stream().map(Measured::processor).toList()),
              Wrk.median(measured.stream().map(Measured::ofWorkers).toList()));
        });
  }

  private record Lumina(Running running, int simultaneous, Consumer<Path> way) implements Maker {
    @Override
    public void make(int pictures) throws Exception {
      try (ExecutorService people = Executors.newFixedThreadPool(simultaneous)) {
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < pictures; i++) {
          Path file = files.get(i % files.size());
          all.add(people.submit(() -> way.accept(file)));
        }
        for (Future<?> upload : all) {
          upload.get();
        }
      }
    }

    @Override
    public double processor() {
      return running.processorTime() + processorOfWorkers();
    }

    @Override
    public double processorOfWorkers() {
      return running.processorTimeOfWorkers();
    }
  }

  /// A process of Node.js that stays, as a server would.
  private static final class Sharp implements Maker {
    private final Process node;
    private final BufferedReader answers;

    Sharp(Path modules, Path out, List<Path> files) throws Exception {
      List<String> command =
          new ArrayList<>(List.of("node", "bench/sharp.mjs", modules.toString(), out.toString()));
      files.forEach(file -> command.add(file.toString()));
      node = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      answers = node.inputReader();
      Runtime.getRuntime().addShutdownHook(new Thread(node::destroy));
    }

    @Override
    public void make(int pictures) throws Exception {
      node.outputWriter().write(pictures + "\n");
      node.outputWriter().flush();
      if (answers.readLine() == null) {
        throw new IllegalStateException("sharp failed");
      }
    }

    @Override
    public double processor() {
      return Running.millis(node.toHandle());
    }
  }

  /// A process for each size, since one makes one size of a file.
  private record VipsThumbnail(Path out, List<Path> files) implements Maker {
    private static final List<String> SIZES =
        List.of(
            "2048 large.webp[Q=80,effort=2,strip]",
            "1080 medium.webp[Q=80,effort=2,strip]",
            "480 small.webp[Q=80,effort=2,strip]",
            "200 thumb.jpg[Q=85,strip]");

    @Override
    public void make(int pictures) throws Exception {
      try (ExecutorService two = Executors.newFixedThreadPool(2)) {
        List<Future<?>> all =
            IntStream.range(0, pictures)
                .mapToObj(i -> files.get(i % files.size()))
                .flatMap(file -> SIZES.stream().map(size -> Map.entry(file, size.split(" "))))
                .<Future<?>>map(job -> two.submit(() -> size(job.getKey(), job.getValue())))
                .toList();
        for (Future<?> made : all) {
          made.get();
        }
      }
    }

    private Void size(Path file, String[] size) throws Exception {
      ProcessBuilder builder =
          new ProcessBuilder(
              "vipsthumbnail", "-s", size[0] + ">", "-o", out + "/%s_" + size[1], file.toString());
      builder.environment().put("VIPS_CONCURRENCY", "1");
      if (builder.inheritIO().start().waitFor() != 0) {
        throw new IllegalStateException("vipsthumbnail failed");
      }
      return null;
    }
  }
}
