package lumina.id;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Provides the clock, the one source of time.
@Configuration(proxyBeanMethods = false)
class Time {
  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
