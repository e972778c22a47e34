package lumina.id;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The one clock that everything reads.
@Configuration
class Time {
  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
