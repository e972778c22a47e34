package lumina.photo.count;

import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/// Keeps all counts of photos exact; called in the transaction that changes a photo.
@Component
public class PhotoCounts {
  private final TopicCounts topics;
  private final MonthCounts months;

  PhotoCounts(TopicCounts topics, MonthCounts months) {
    this.topics = topics;
    this.months = months;
  }

  /// Counts a photo that was inserted or changed. If there is no such photo, nothing happens.
  public void add(long sortKey) {
    topics.add(sortKey);
    months.add(sortKey);
  }

  /// Returns people whose counts are wrong; 0 stands for everyone.
  public Set<Long> wrong() {
    Set<Long> people = new TreeSet<>(topics.peopleToRecount());
    people.addAll(months.peopleToRecount());
    return people;
  }

  /// Counts all photos of a person anew.
  ///
  /// @param userId 0 for the public photos of everyone
  public void recount(long userId) {
    topics.recount(userId);
    months.recount(userId);
  }

  /// Stops counting a photo that is about to be changed or deleted, and locks its row, because
  /// another transaction may be changing it too. If there is no such photo, nothing happens.
  public void subtract(long sortKey) {
    topics.subtract(sortKey);
    months.subtract(sortKey);
  }
}
