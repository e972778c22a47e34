package lumina.account;

import java.time.Duration;
import java.util.List;
import lumina.job.RecurringJob;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// Indexes people who are not in the search index yet: after an upgrade, an adoption or a transfer,
/// or if they signed up on an instance of an older version. Runs at start-up and each hour.
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
