package lumina.account;

import lumina.backend.Cdn;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Where a page may load things from: here, and images from the CDN.
@Component
final class ContentPolicy {
  private final String directives;

  ContentPolicy(ObjectProvider<Cdn> cdn) {
    Cdn there = cdn.getIfAvailable();
    String images = there == null ? "" : there.origin().map(origin -> " " + origin).orElse("");
    directives =
        "default-src 'self'; img-src 'self' blob: data:%s; object-src 'none'; base-uri 'none'; "
                .formatted(images)
            + "form-action 'self'; frame-ancestors 'none'";
  }

  String directives() {
    return directives;
  }
}
