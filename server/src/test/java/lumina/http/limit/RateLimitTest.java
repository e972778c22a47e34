package lumina.http.limit;

import java.util.Optional;

class RateLimitTest extends RateLimitContract {
  @Override
  protected RateLimits limits() {
    return new RateLimits(Optional.empty());
  }
}
