package lumina.account;

import java.time.Duration;
import java.util.List;
import lumina.job.RecurringJob;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// Lets people be found who came by an upgrade, an adoption or a move, or signed up at an instance
/// of an older version. It begins at start-up and looks again each hour.
@Component
class PersonSearchBackfill {
  private static final int BATCH_SIZE = 500;

  private final PersonSearch words;

  PersonSearchBackfill(PersonSearch words) {
    this.words = words;
  }

  @Bean
  RecurringJob personSearchBackfillJob() {
    return new RecurringJob("person-search-backfill", Duration.ofHours(1), true, this::index);
  }

  void index() {
    List<Long> people = words.without(0, BATCH_SIZE);
    while (!people.isEmpty()) {
      words.complete(people);
      people = words.without(people.getLast(), BATCH_SIZE);
    }
  }
}
