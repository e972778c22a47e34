package lumina.media.worker;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The protocol between server and worker: one line each way, words separated by a space.
final class WorkerProtocol {
  /// The worker has loaded its engine; whether it is confined follows.
  static final String READY = "ready";

  /// The engine of this worker failed its check; the reason follows.
  static final String UNFIT = "unfit";

  /// The number of words of a job that makes no files.
  static final int WITHOUT_OUTPUTS = 2;

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

  static List<String> words(String line) {
    return Stream.of(line.split(" ", -1))
        .map(word -> URLDecoder.decode(word, StandardCharsets.UTF_8))
        .toList();
  }
}
