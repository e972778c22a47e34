package lumina.account;

import java.util.Collection;
import java.util.Map;

/// Names authors who have no account.
public interface GuestNames {
  /// The names of those of these authors who are guests, by their negative ids.
  Map<Long, String> of(Collection<Long> authorIds);
}
