package lumina.media.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lumina.media.Engines;
import lumina.media.ffmpeg.Ffmpeg.Job;
import lumina.media.ffmpeg.Ffmpeg.Limits;
import lumina.media.ffmpeg.Ffmpeg.Program;
import lumina.media.ffmpeg.FfmpegFailed.Reason;
import lumina.media.process.Landlock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Timeout(180)
@Isolated("It measures what ffmpeg gets of the processor, which it leaves to others.")
class FfmpegTest {
  private static final Limits USUAL =
      new Limits(Duration.ofSeconds(50), Duration.ofSeconds(20), 1_500_000_000);

  private static final List<String> SHORT =
      List.of("-filter_complex", "testsrc=d=1:s=64x64[v]", "-map", "[v]");

  /// A picture that no other test has.
  private static final String ENDLESS = "testsrc[v]";

  private final Ffmpeg ffmpeg = new Ffmpeg(Engines.cacheFolder());
  @TempDir Path folder;
  private Path out;

  @BeforeEach
  void makeFolder() throws Exception {
    out = Files.createDirectory(folder.resolve("out"));
    assertThat(ffmpeg.isAvailable()).as("the first call runs an ffmpeg, too").isTrue();
  }

  @Test
  void what_ffmpeg_wrote_ffprobe_reads() throws Exception {
    run(Program.FFMPEG, List.of(), and(SHORT, "-c:v", "libopenh264", "video.mp4"));
    Path video = Files.move(out.resolve("video.mp4"), folder.resolve("video.mp4"));
    String found =
        run(
            Program.FFPROBE,
            List.of(video),
            List.of("-show_entries", "stream=codec_name,width", "-of", "csv=p=0", "" + video));
    assertThat(found.strip()).isEqualTo("h264,64");
  }

  @Test
  void it_reads_and_writes_no_other_file() throws Exception {
    assumeTrue(Landlock.version() >= 1, "this system has no sandbox");
    Path secret = Files.writeString(folder.resolve("secret.txt"), "ffconcat version 1.0");
    assertThatExceptionOfType(FfmpegFailed.class)
        .isThrownBy(() -> run(Program.FFPROBE, List.of(), List.of("" + secret)))
        .withMessageContaining("Permission denied");
    Path elsewhere = folder.resolve("elsewhere.mp4");
    assertThatExceptionOfType(FfmpegFailed.class)
        .isThrownBy(() -> run(Program.FFMPEG, List.of(), and(SHORT, "" + elsewhere)))
        .withMessageContaining("Permission denied");
    assertThat(elsewhere).doesNotExist();
  }

  @Test
  void one_that_takes_too_long_is_ended() {
    List<String> endless = List.of("-filter_complex", ENDLESS, "-map", "[v]", "-f", "null", "-");
    for (Limits limits :
        List.of(
            new Limits(Duration.ofSeconds(4), Duration.ofSeconds(50), 1_500_000_000),
            new Limits(Duration.ofSeconds(50), Duration.ofSeconds(1), 1_500_000_000))) {
      Job job = new Job(Program.FFMPEG, List.of(), out, endless, limits);
      assertThatExceptionOfType(FfmpegFailed.class)
          .isThrownBy(() -> ffmpeg.run(job))
          .matches(failed -> failed.reason() == Reason.COSTLY, "it exceeded its limits");
    }
  }

  @Test
  void one_that_something_else_ends_says_nothing_about_its_file() {
    List<Consumer<ProcessHandle>> ends =
        List.of(ProcessHandle::destroyForcibly, ProcessHandle::destroy);
    for (Consumer<ProcessHandle> end : ends) {
      Thread.ofVirtual().start(() -> end.accept(endless()));
      assertThatExceptionOfType(FfmpegFailed.class)
          .isThrownBy(() -> ffmpeg.run(endlessJob()))
          .matches(failed -> failed.reason() == Reason.UNAVAILABLE, "the file may be fine");
    }
  }

  @Test
  void one_that_only_waits_says_nothing_about_its_file() throws Exception {
    Path pipe = folder.resolve("pipe.mp4");
    assertThat(new ProcessBuilder("mkfifo", "" + pipe).start().waitFor()).isZero();
    // To start it takes a tenth of this at most, also on a slow machine.
    Limits limits = new Limits(Duration.ofSeconds(8), Duration.ofSeconds(50), 1_500_000_000);
    Job job = new Job(Program.FFPROBE, List.of(pipe), out, List.of("" + pipe), limits);
    assertThatExceptionOfType(FfmpegFailed.class)
        .isThrownBy(() -> ffmpeg.run(job))
        .matches(failed -> failed.reason() == Reason.UNAVAILABLE, "the file may be fine");
  }

  @Test
  void a_signal_to_the_group_of_the_server_does_not_reach_it() throws Exception {
    Path self = Path.of("/proc/self/stat");
    assumeTrue(Files.exists(self), "this system shows no groups");
    AtomicReference<String> group = new AtomicReference<>();
    Thread.ofVirtual()
        .start(
            () -> {
              ProcessHandle running = endless();
              group.set(group(Path.of("/proc/" + running.pid(), "stat")));
              running.destroyForcibly();
            });
    assertThatExceptionOfType(FfmpegFailed.class).isThrownBy(() -> ffmpeg.run(endlessJob()));
    assertThat(group.get()).isNotNull().isNotEqualTo(group(self));
  }

  /// The fifth word, after a name in parentheses.
  private static String group(Path stat) {
    try {
      return Files.readString(stat).replaceFirst(".*\\) ", "").split(" ", -1)[2];
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Job endlessJob() {
    List<String> endless = List.of("-filter_complex", ENDLESS, "-map", "[v]", "-f", "null", "-");
    Limits limits = new Limits(Duration.ofMinutes(5), Duration.ofMinutes(10), 1_500_000_000);
    return new Job(Program.FFMPEG, List.of(), out, endless, limits);
  }

  /// Waits until ffmpeg runs.
  private static ProcessHandle endless() {
    return await()
        .until(
            () ->
                ProcessHandle.current()
                    .descendants()
                    .filter(it -> it.info().command().orElse("").endsWith("/ffmpeg"))
                    .filter(it -> it.info().commandLine().orElse("").contains(ENDLESS))
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  private String run(Program program, List<Path> readable, List<String> arguments)
      throws FfmpegFailed {
    return ffmpeg.run(new Job(program, readable, out, arguments, USUAL));
  }

  private static List<String> and(List<String> first, String... more) {
    return Stream.concat(first.stream(), List.of(more).stream()).toList();
  }
}
