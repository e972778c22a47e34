package lumina.account;

import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Lets people be found who came by an upgrade, an adoption or a move, or signed up at an instance
/// of an older version. It begins at start-up and looks again each hour; not where a command runs.
@Component
@ConditionalOnMissingBean(name = "offline")
class PersonSearchBackfill {
  private static final long EVERY = 3_600_000;
  private static final int BATCH_SIZE = 500;

  private final PersonSearch words;

  PersonSearchBackfill(PersonSearch words) {
    this.words = words;
  }

  @Scheduled(fixedDelay = EVERY)
  void index() {
    List<Long> people = words.without(0, BATCH_SIZE);
    while (!people.isEmpty()) {
      words.complete(people);
      people = words.without(people.getLast(), BATCH_SIZE);
    }
  }
}
