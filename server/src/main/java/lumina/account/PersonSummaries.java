package lumina.account;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import lumina.access.Blocks;
import lumina.access.HiddenPeople;
import lumina.access.Viewer;
import lumina.storage.cache.Remembered;
import lumina.storage.cache.Writes;
import org.springframework.stereotype.Component;

/// Caches people as shown beside their photos, comments and likes. Most lists show the same few
/// people.
@Component
public class PersonSummaries {
  private static final int MAX_REMEMBERED = 20_000;

  private final UserStore users;
  private final HiddenPeople hidden;
  private final PeopleReading together;
  private final Remembered<Long, PersonSummary> summaries;

  PersonSummaries(UserStore users, HiddenPeople hidden, PeopleReading together, Writes writes) {
    this.users = users;
    this.together = together;
    this.hidden = hidden;
    summaries = Remembered.several(writes, MAX_REMEMBERED, users::summariesWithoutBlocks);
  }

  /// Reads these people as the viewer sees them, by id; accounts that do not exist are left out.
  public Map<Long, PersonSummary> of(Viewer viewer, Collection<Long> ids) {
    if (!summaries.works()) {
      return users.summaries(viewer, ids);
    }
    return of(hidden.from(viewer.userId()), ids);
  }

  /// Reads owners of photos and authors, and whom blocks hide.
  public People withBlocks(Viewer viewer, Collection<Long> ids) {
    if (!summaries.works()) {
      return together.read(viewer, ids);
    }
    Blocks.Hidden under = hidden.under(viewer, ids);
    return new People(of(under.anywhere(), ids), under);
  }

  private Map<Long, PersonSummary> of(Set<Long> apart, Collection<Long> ids) {
    return summaries.getAll(ids).values().stream()
        .map(person -> apart.contains(person.id()) ? person.hiddenByBlock() : person)
        .collect(Collectors.toMap(PersonSummary::id, Function.identity()));
  }
}
