package lumina.http;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// The address of this server, for what leaves it: link previews.
@Component
public class PublicAddress {
  private final String setting;

  PublicAddress(@Value("${lumina.public-url}") String setting) {
    this.setting = setting.strip().replaceAll("/+$", "");
  }

  /// `PUBLIC_URL`; without it, the address in the current request, as the client or the proxy sent
  /// it.
  public String base() {
    return setting.isEmpty()
        ? ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString()
        : setting;
  }
}
