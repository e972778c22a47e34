package lumina.storage.cdn;

import java.util.Optional;
import lumina.storage.CloudBackend;
import lumina.storage.StartRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Makes addresses of files on the CDN in front of the bucket, if there is one.
@Component
@CloudBackend
public final class Cdn {
  private final String base;
  private final @Nullable CdnKey key;

  /// @param keyPairId the CDN's id of the public key; empty, together with `privateKey` (RSA, PEM,
  ///   PKCS#8), if addresses are not signed
  /// @throws StartRefused if these settings contradict each other
  public Cdn(
      @Value("${storage.cdn.base-url}") String baseUrl,
      @Value("${storage.cdn.key-pair-id}") String keyPairId,
      @Value("${storage.cdn.private-key}") String privateKey) {
    base = checked(baseUrl.strip().replaceAll("/+$", ""));
    if (keyPairId.isBlank() != privateKey.isBlank()) {
      throw new StartRefused(
          "CDN_KEY_PAIR_ID and CDN_PRIVATE_KEY belong together: please set both or neither.");
    }
    key = keyPairId.isBlank() ? null : CdnKey.of(keyPairId.strip(), privateKey);
  }

  private static String checked(String base) {
    if (!base.isEmpty() && !base.matches("https?://[\\w.\\-]+(:\\d+)?(/[\\w.\\-/]*)?")) {
      throw new StartRefused(
          "CDN_BASE_URL is not a URL: please set it to one such as https://images.example.org.");
    }
    return base;
  }

  public boolean isThere() {
    return !base.isEmpty();
  }

  /// Whether it can restrict files to some people.
  public boolean signs() {
    return key != null;
  }

  /// Scheme, host and port, for the content security policy.
  public Optional<String> origin() {
    return isThere()
        ? Optional.of(base.replaceFirst("(https?://[^/]+).*", "$1"))
        : Optional.empty();
  }

  /// Returns the address of a file that everybody may see.
  public String address(String blobKey) {
    return base + "/" + blobKey;
  }

  /// Returns an address of a file that works for anybody who has it, until a time in seconds since
  /// 1970.
  public String signed(String address, long until) {
    if (key == null) {
      throw new IllegalStateException("No key to sign with");
    }
    return key.signed(address, until);
  }
}
