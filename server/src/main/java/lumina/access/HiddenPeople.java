package lumina.access;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lumina.access.Blocks.Around;
import lumina.access.Blocks.Hidden;
import lumina.storage.cache.Remembered;
import lumina.storage.cache.Writes;
import org.springframework.stereotype.Component;

/// Caches who is hidden by blocks, see [Blocks]. Most lists ask about the same few people.
@Component
public class HiddenPeople {
  private static final int MAX_REMEMBERED = 20_000;

  private final Remembered<Long, Around> around;

  HiddenPeople(Blocks blocks, Writes writes) {
    around = Remembered.several(writes, MAX_REMEMBERED, blocks::around);
  }

  /// Reads the people whom blocks hide from a person.
  public Set<Long> from(long person) {
    return around.get(person).hidden();
  }

  /// Reads who is hidden from this viewer under photos of these owners.
  public Hidden under(Viewer viewer, Collection<Long> owners) {
    Set<Long> people = new HashSet<>(owners);
    people.add(viewer.hiddenFrom());
    Map<Long, Around> found = around.getAll(people);
    Map<Long, Set<Long>> byOwner =
        owners.stream()
            .distinct()
            .collect(Collectors.toMap(it -> it, it -> in(found, it).blocked()));
    return new Hidden(in(found, viewer.hiddenFrom()).hidden(), byOwner);
  }

  private static Around in(Map<Long, Around> found, long person) {
    return found.getOrDefault(person, Around.NONE);
  }
}
