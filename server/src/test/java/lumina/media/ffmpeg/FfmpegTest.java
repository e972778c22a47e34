package lumina.media.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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

@Timeout(60)
class FfmpegTest {
  private static final Limits USUAL =
      new Limits(Duration.ofSeconds(50), Duration.ofSeconds(20), 1_500_000_000);

  private static final List<String> SHORT =
      List.of("-filter_complex", "testsrc=d=1:s=64x64[v]", "-map", "[v]");

  private final Ffmpeg ffmpeg = new Ffmpeg(Engines.cacheFolder());
  @TempDir Path folder;
  private Path out;

  @BeforeEach
  void makeFolder() throws Exception {
    out = Files.createDirectory(folder.resolve("out"));
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
    List<String> endless =
        List.of("-filter_complex", "testsrc[v]", "-map", "[v]", "-f", "null", "-");
    for (Limits limits :
        List.of(
            new Limits(Duration.ofSeconds(2), Duration.ofSeconds(50), 1_500_000_000),
            new Limits(Duration.ofSeconds(50), Duration.ofSeconds(1), 1_500_000_000))) {
      Job job = new Job(Program.FFMPEG, List.of(), out, endless, limits);
      assertThatExceptionOfType(FfmpegFailed.class)
          .isThrownBy(() -> ffmpeg.run(job))
          .matches(failed -> failed.reason() == Reason.COSTLY, "it exceeded its limits");
    }
  }

  @Test
  void one_that_something_else_kills_says_nothing_about_its_file() {
    List<String> endless =
        List.of("-filter_complex", "testsrc[v]", "-map", "[v]", "-f", "null", "-");
    Limits limits = new Limits(Duration.ofMinutes(5), Duration.ofMinutes(10), 1_500_000_000);
    Job job = new Job(Program.FFMPEG, List.of(), out, endless, limits);
    Thread.ofVirtual().start(() -> await().until(FfmpegTest::killsAnEndlessOne));
    assertThatExceptionOfType(FfmpegFailed.class)
        .isThrownBy(() -> ffmpeg.run(job))
        .matches(failed -> failed.reason() == Reason.UNAVAILABLE, "the file may be fine");
  }

  private static boolean killsAnEndlessOne() {
    return ProcessHandle.current()
        .descendants()
        .filter(it -> it.info().command().orElse("").endsWith("/ffmpeg"))
        .map(ProcessHandle::destroyForcibly)
        .reduce(false, Boolean::logicalOr);
  }

  private String run(Program program, List<Path> readable, List<String> arguments)
      throws FfmpegFailed {
    return ffmpeg.run(new Job(program, readable, out, arguments, USUAL));
  }

  private static List<String> and(List<String> first, String... more) {
    return Stream.concat(first.stream(), List.of(more).stream()).toList();
  }
}
