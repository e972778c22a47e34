package lumina.photo.count;

import java.time.Duration;
import lumina.job.RecurringJob;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// Counts photos that an upgrade left uncounted, and those that an older version changes while it
/// runs beside this one. Runs at start-up and each hour.
@Component
public class MonthRecount {
  private final MonthCounts months;

  MonthRecount(MonthCounts months) {
    this.months = months;
  }

  @Bean
  RecurringJob monthRecountJob() {
    return new RecurringJob("month-recount", Duration.ofHours(1), true, this::recount);
  }

  public void recount() {
    months.peopleToRecount().forEach(months::recount);
  }
}
