package lumina.media.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lumina.media.DerivedImage;
import lumina.media.Engines;
import lumina.media.Pictures;
import lumina.media.RefusedImage;
import lumina.media.Samples;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Timeout(180)
@Isolated("It kills new processes.")
class WorkerPoolTest {
  private static final Duration LONG = Duration.ofMinutes(5);

  @TempDir Path folder;
  private Path photo = Path.of("");
  private @Nullable ImageEngine engine;
  private Set<Long> others = Set.of();

  @BeforeEach
  void takePhoto() throws Exception {
    photo = Files.write(folder.resolve("photo.jpg"), Pictures.jpeg(Pictures.quarters(400, 300)));
    others = ProcessHandle.current().children().map(ProcessHandle::pid).collect(Collectors.toSet());
  }

  @AfterEach
  void stop() {
    if (engine != null) {
      engine.close();
    }
  }

  @Test
  void a_worker_that_was_killed_between_pictures_is_replaced() throws Exception {
    ImageEngine engine = engine(LONG, 1000, LONG);
    kill(worker());

    assertThat(engine.derive(photo, folder).files()).hasSize(4);
  }

  @Test
  void a_worker_that_is_killed_over_a_picture_costs_a_second_try() throws Exception {
    ImageEngine engine = engine(LONG, 1000, LONG);
    ProcessHandle first = worker();
    signal("STOP", first);
    try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
      Future<DerivedImage> derived = threads.submit(() -> engine.derive(photo, folder));
      while (engine.busy() == 0) {
        Thread.onSpinWait();
      }
      kill(first);

      assertThat(derived.get().files()).hasSize(4);
    }
  }

  @Test
  void a_good_picture_that_is_not_done_in_time_is_not_refused() throws Exception {
    ImageEngine engine = engine(new WorkerPool.Limits(LONG, Duration.ofMillis(300), 1000, LONG, 1));
    ProcessHandle hanging = worker();
    signal("STOP", hanging);

    assertThatThrownBy(() -> engine.derive(photo, folder)).isInstanceOf(EngineUnavailable.class);
    hanging.onExit().get(1, TimeUnit.MINUTES);
    assertThat(folder.resolve("photo_thumb.jpg")).doesNotExist();
  }

  @Test
  void a_picture_that_takes_too_much_of_the_processor_is_refused() throws Exception {
    // Decoding takes about a second of processor time. The rest of it is room for a look at the
    // worker that comes late on a busy machine.
    ImageEngine engine = engine(new WorkerPool.Limits(Duration.ofMillis(100), LONG, 1000, LONG, 1));
    Path slow = Files.write(folder.resolve("slow.avif"), Samples.bytes("slow.avif"));

    RefusedImage refusal =
        catchThrowableOfType(RefusedImage.class, () -> engine.derive(slow, folder));

    assertThat(refusal.code()).isEqualTo("unsupported_image");
    assertThat(folder.resolve("slow_thumb.jpg")).doesNotExist();
  }

  @Test
  void after_its_share_of_pictures_a_worker_is_replaced() throws Exception {
    ImageEngine engine = engine(LONG, 2, LONG);
    ProcessHandle first = worker();

    engine.derive(photo, folder);
    assertThat(first.isAlive()).isTrue();
    engine.derive(photo, folder);
    first.onExit().get(1, TimeUnit.MINUTES);
    assertThat(engine.derive(photo, folder).files()).hasSize(4);
  }

  @Test
  void many_pictures_at_once_are_all_made_by_two_workers() throws Exception {
    ImageEngine engine = engine(LONG, 1000, LONG);
    List<Future<DerivedImage>> derived = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 40; i++) {
        Path own = Files.copy(photo, folder.resolve("photo" + i + ".jpg"));
        derived.add(threads.submit(() -> engine.derive(own, folder)));
      }
    }
    for (Future<DerivedImage> one : derived) {
      assertThat(one.get().files().values()).allMatch(Files::exists);
    }
    assertThat(workers()).hasSizeBetween(1, 2);
  }

  @Test
  void the_second_worker_leaves_when_there_is_no_work_for_two() throws Exception {
    ImageEngine engine = engine(LONG, 1000, Duration.ofMillis(50));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 12; i++) {
        Path own = Files.copy(photo, folder.resolve("photo" + i + ".jpg"));
        var _ = threads.submit(() -> engine.derive(own, folder));
      }
    }
    while (workers().size() > 1) {
      Thread.onSpinWait();
    }
    assertThat(engine.derive(photo, folder).files()).hasSize(4);
  }

  @Test
  void closing_ends_the_workers() throws Exception {
    ImageEngine engine = engine(LONG, 1000, LONG);
    ProcessHandle worker = worker();

    engine.close();

    worker.onExit().get(1, TimeUnit.MINUTES);
    assertThatThrownBy(() -> engine.derive(photo, folder)).isInstanceOf(EngineUnavailable.class);
  }

  @Test
  void a_worker_knows_nothing_of_the_servers_environment() throws Exception {
    var _ = engine(LONG, 1000, LONG);
    Path environment = Path.of("/proc/" + worker().pid() + "/environ");
    assumeTrue(
        Files.exists(environment), "only Linux shows the environment of a process as a file");

    List<String> names =
        Files.readString(environment)
            .lines()
            .flatMap(line -> List.of(line.split("\0")).stream())
            .map(entry -> entry.replaceFirst("=.*", ""))
            .toList();

    assertThat(names)
        .isSubsetOf(
            "LC_ALL",
            "MALLOC_ARENA_MAX",
            "VIPS_CONCURRENCY",
            "VIPS_WARNING",
            "TMPDIR",
            "PWD",
            "OLDPWD",
            "SHLVL",
            "_");
  }

  @Test
  void a_worker_can_gain_no_privileges() throws Exception {
    var _ = engine(LONG, 1000, LONG);
    Path status = Path.of("/proc/" + worker().pid() + "/status");
    assumeTrue(Files.exists(status), "only Linux shows what a process may as a file");

    assertThat(Files.readString(status)).contains("NoNewPrivs:\t1");
  }

  @Test
  void nothing_of_a_picture_is_left_with_the_worker() throws Exception {
    Path exchange = folder.resolve("exchange");
    try (ImageEngine own = new ImageEngine(Engines.cacheFolder(), exchange)) {
      own.start();
      var _ = own.derive(photo, folder);

      try (Stream<Path> left = Files.walk(exchange)) {
        assertThat(left.filter(Files::isRegularFile)).isEmpty();
      }
    }
    try (Stream<Path> left = Files.list(exchange)) {
      assertThat(left).isEmpty();
    }
    assertThat(Files.readAllBytes(photo)).isNotEmpty();
  }

  @Test
  void no_worker_waits_for_work_where_none_stands_by() throws Exception {
    ImageEngine engine = engine(new WorkerPool.Limits(LONG, LONG, 1000, LONG, 0));
    for (ProcessHandle tried : workers()) {
      var _ = tried.onExit().get(1, TimeUnit.MINUTES);
    }

    assertThat(engine.derive(photo, folder).files()).isNotEmpty();
  }

  private ImageEngine engine(Duration perJob, int jobs, Duration idle) {
    return engine(new WorkerPool.Limits(perJob, perJob, jobs, idle, 1));
  }

  private ImageEngine engine(WorkerPool.Limits limits) {
    ImageEngine started = new ImageEngine(Engines.shipped(), limits);
    engine = started;
    started.start();
    return started;
  }

  private List<ProcessHandle> workers() {
    return ProcessHandle.current()
        .children()
        .filter(child -> !others.contains(child.pid()))
        .filter(WorkerPoolTest::isWorker)
        .toList();
  }

  /// And not the encoding of a video that another test has left.
  private static boolean isWorker(ProcessHandle child) {
    return child.info().commandLine().orElse("").contains(Worker.class.getName());
  }

  private ProcessHandle worker() {
    return workers().getFirst();
  }

  private static void kill(ProcessHandle worker) throws Exception {
    worker.destroyForcibly();
    worker.onExit().get(1, TimeUnit.MINUTES);
  }

  private static void signal(String name, ProcessHandle worker) throws Exception {
    new ProcessBuilder("kill", "-" + name, Long.toString(worker.pid())).start().waitFor();
  }
}
