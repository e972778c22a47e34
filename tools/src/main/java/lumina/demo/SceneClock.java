package lumina.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/// Lets the people of the demo act in the past; shows the time of the machine to everybody else.
@Component
@Primary
@ConditionalOnProperty("lumina.demo-photos")
class SceneClock extends Clock {
  private static final ScopedValue<Instant> SCENE = ScopedValue.newInstance();

  /// Runs a scene as if it were this time, but not later than now.
  static ScopedValue.Carrier at(Instant time) {
    Instant now = Instant.now();
    return ScopedValue.where(SCENE, time.isBefore(now) ? time : now);
  }

  @Override
  public Instant instant() {
    return SCENE.isBound() ? SCENE.get() : Instant.now();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("Lumina has no time zones");
  }
}
