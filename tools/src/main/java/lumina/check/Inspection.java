package lumina.check;

import java.io.IOException;

/// One part of a check. If a row or a file cannot be read, [Findings#read] makes that one
/// difference, so that the rest is inspected.
interface Inspection {
  /// What it inspects, for people: a plural noun.
  String subject();

  void inspect(Findings findings) throws IOException;
}
