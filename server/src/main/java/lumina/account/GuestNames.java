package lumina.account;

import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;

/// Names authors who have no account.
public interface GuestNames {
  /// The name of a guest.
  ///
  /// @param former the names before, each by the time until which it was used, in milliseconds
  ///   since 1970
  record GuestName(String name, NavigableMap<Long, String> former) {}

  /// The names of those of these authors who are guests, by their negative ids.
  Map<Long, GuestName> of(Collection<Long> authorIds);
}
