package lumina.stores;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/// A clock that stands still until a test lets time pass: so everything happens in the same
/// millisecond, which is where orders go wrong.
final class StandingClock extends Clock {
  private final AtomicLong now = new AtomicLong(System.currentTimeMillis());

  void pass() {
    now.addAndGet(100);
  }

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(now.get());
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException();
  }
}
