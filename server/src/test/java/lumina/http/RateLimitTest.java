package lumina.http;

import java.util.Optional;

class RateLimitTest extends RateLimitContract {
  @Override
  protected RateLimits limits() {
    return new RateLimits(Optional.empty());
  }
}
