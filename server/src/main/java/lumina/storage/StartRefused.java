package lumina.storage;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Says that Lumina cannot start with this configuration; the message is one sentence that says
/// what to do.
public class StartRefused extends RuntimeException {
  public StartRefused(String sentence) {
    super(sentence);
  }

  /// Shows only the sentence, without a stack trace.
  static class Analyzer extends AbstractFailureAnalyzer<StartRefused> {
    @Override
    protected FailureAnalysis analyze(Throwable root, StartRefused refused) {
      return new FailureAnalysis(String.valueOf(refused.getMessage()), null, root);
    }
  }
}
