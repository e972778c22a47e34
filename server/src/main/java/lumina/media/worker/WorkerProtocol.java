package lumina.media.worker;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lumina.media.Capture;
import lumina.media.DerivedImage;
import lumina.media.ImageFormat;
import lumina.media.ImageSize;

/// The protocol between server and worker: one line each way, words separated by a space.
final class WorkerProtocol {
  /// The worker has loaded its engine; whether it is confined follows.
  static final String READY = "ready";

  /// The engine of this worker failed its check; the reason follows.
  static final String UNFIT = "unfit";

  /// What a worker does with a picture, the first word of a job. Only derived sizes need the limit,
  /// the programs and the outputs at its end.
  enum Task {
    DERIVE,
    CAPTURE,
    GLANCE
  }

  /// The number of words of a job before its outputs.
  static final int BEFORE_OUTPUTS = 4;

  static final String DONE = "done";

  /// By its header the picture exceeds the limit of the job; the worker did nothing.
  static final String HEAVY = "heavy";

  /// The picture is refused; a code and a sentence follow.
  static final String REFUSED = "refused";

  /// The worker failed, and the picture is not to blame; the error follows.
  static final String FAILED = "failed";

  private WorkerProtocol() {}

  static String line(Object... words) {
    return Stream.of(words)
        .map(word -> URLEncoder.encode(word.toString(), StandardCharsets.UTF_8))
        .collect(Collectors.joining(" "));
  }

  /// Reads the answer [#DONE].
  static DerivedImage derived(
      ImageFormat format, List<String> answer, Map<ImageSize, Path> outputs) {
    return new DerivedImage(
        format,
        Integer.parseInt(answer.get(1)),
        Integer.parseInt(answer.get(2)),
        answer.get(3),
        Boolean.parseBoolean(answer.get(4)),
        Boolean.parseBoolean(answer.get(5)),
        Capture.read(answer.get(6)),
        outputs,
        null);
  }

  static List<String> words(String line) {
    return Stream.of(line.split(" ", -1))
        .map(word -> URLDecoder.decode(word, StandardCharsets.UTF_8))
        .toList();
  }
}
