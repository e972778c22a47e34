package lumina.media.worker;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What server and worker say to each other: one line each way, words with a space between them.
final class WorkerProtocol {
  /// The worker has loaded its engine; whether it is confined follows.
  static final String READY = "ready";

  /// This worker's engine will not do; the reason follows.
  static final String UNFIT = "unfit";

  static final String DONE = "done";

  /// The header says that this takes more than the job allows: nothing was done.
  static final String HEAVY = "heavy";

  /// A code and a sentence follow.
  static final String REFUSED = "refused";

  /// The picture is not to blame; what went wrong follows.
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
