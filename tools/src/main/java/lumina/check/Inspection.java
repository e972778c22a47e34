package lumina.check;

import java.io.IOException;

/// One part of a check.
interface Inspection {
  void inspect(Findings findings) throws IOException;
}
