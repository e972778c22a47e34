package lumina.upload;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.stream.Stream;
import lumina.http.problem.Problem;
import lumina.metrics.Measure;

/// Counts how uploads end, whichever way they came in.
final class UploadOutcomes {
  private enum Outcome {
    ADDED,
    DUPLICATE,
    REFUSED,
    FAILED
  }

  private final Map<Outcome, LongAdder> counts = new EnumMap<>(Outcome.class);

  UploadOutcomes() {
    Stream.of(Outcome.values()).forEach(it -> counts.put(it, new LongAdder()));
  }

  PhotoUpload.Result count(Supplier<PhotoUpload.Result> upload) {
    Outcome outcome = Outcome.FAILED;
    try {
      PhotoUpload.Result result = upload.get();
      outcome = result.duplicate() ? Outcome.DUPLICATE : Outcome.ADDED;
      return result;
    } catch (Problem problem) {
      outcome = problem instanceof Problem.Unavailable ? Outcome.FAILED : Outcome.REFUSED;
      throw problem;
    } finally {
      Objects.requireNonNull(counts.get(outcome)).increment();
    }
  }

  List<Measure> measures() {
    return counts.entrySet().stream()
        .map(
            it ->
                Measure.counter("lumina.uploads", "Uploads that came to an end", it.getValue()::sum)
                    .with("outcome", it.getKey().name().toLowerCase(Locale.ROOT)))
        .toList();
  }
}
