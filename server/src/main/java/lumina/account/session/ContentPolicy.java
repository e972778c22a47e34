package lumina.account.session;

import java.util.Optional;
import lumina.storage.cdn.Cdn;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// The Content-Security-Policy of pages: they load from and send to this server only, except images
/// and videos from the CDN.
@Component
final class ContentPolicy {
  private final String directives;

  ContentPolicy(ObjectProvider<Cdn> cdn) {
    String images = also(cdn.stream().findAny().flatMap(Cdn::origin));
    directives =
        "default-src 'self'; img-src 'self' blob: data:%1$s; media-src 'self'%1$s; "
                .formatted(images)
            + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
  }

  private static String also(Optional<String> origin) {
    return origin.map(there -> " " + there).orElse("");
  }

  String directives() {
    return directives;
  }
}
