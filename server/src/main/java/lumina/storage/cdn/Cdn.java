package lumina.storage.cdn;

import java.util.Optional;
import lumina.storage.CloudBackend;
import lumina.storage.StartRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The CDN before the bucket, if there is one: what lies under a key has an address there.
@Component
@CloudBackend
public final class Cdn {
  private final String base;
  private final @Nullable CdnKey key;

  /// @param keyPairId under which the CDN knows the public key, and with `privateKey` (RSA, PEM,
  ///   PKCS#8) empty where addresses are not signed
  /// @throws StartRefused if these do not go together
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
          "CDN_BASE_URL is no address: please set it to one such as https://images.example.org.");
    }
    return base;
  }

  public boolean isThere() {
    return !base.isEmpty();
  }

  /// Whether files can be given to some people only.
  public boolean signs() {
    return key != null;
  }

  /// Scheme, host and port, as a content security policy names them.
  public Optional<String> origin() {
    return isThere()
        ? Optional.of(base.replaceFirst("(https?://[^/]+).*", "$1"))
        : Optional.empty();
  }

  /// The address of a file for everybody.
  public String address(String blobKey) {
    return base + "/" + blobKey;
  }

  /// An address of a file, good for whoever has it until a time in seconds since 1970.
  public String signed(String address, long until) {
    if (key == null) {
      throw new IllegalStateException("No key to sign with");
    }
    return key.signed(address, until);
  }
}
