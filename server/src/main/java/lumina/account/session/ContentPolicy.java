package lumina.account.session;

import java.util.Optional;
import lumina.blob.DirectParts;
import lumina.storage.cdn.Cdn;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Where a page may load things from and send them to: this server alone, but images come from the
/// CDN, and large files go straight to the store.
@Component
final class ContentPolicy {
  private final String directives;

  ContentPolicy(ObjectProvider<Cdn> cdn, ObjectProvider<DirectParts> incoming) {
    String images = also(cdn.stream().findAny().flatMap(Cdn::origin));
    String uploads = also(incoming.stream().findAny().map(DirectParts::origin));
    directives =
        "default-src 'self'; img-src 'self' blob: data:%s; connect-src 'self'%s; "
                .formatted(images, uploads)
            + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
  }

  private static String also(Optional<String> origin) {
    return origin.map(there -> " " + there).orElse("");
  }

  String directives() {
    return directives;
  }
}
