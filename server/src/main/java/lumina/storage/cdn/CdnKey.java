package lumina.storage.cdn;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import lumina.storage.StartRefused;
import software.amazon.awssdk.services.cloudfront.CloudFrontUtilities;

/// Signs addresses for CloudFront with a canned policy: one file, until one time.
final class CdnKey {
  private static final CloudFrontUtilities CLOUD_FRONT = CloudFrontUtilities.create();

  private final String id;
  private final PrivateKey key;

  private CdnKey(String id, PrivateKey key) {
    this.id = id;
    this.key = key;
  }

  static CdnKey of(String id, String pem) {
    // A setting that cannot hold several lines has \n between them.
    String base64 = pem.replace("\\n", "").replaceAll("-----[A-Z ]+-----|\\s", "");
    try {
      byte[] bytes = Base64.getDecoder().decode(base64);
      return new CdnKey(
          id, KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(bytes)));
    } catch (IllegalArgumentException | GeneralSecurityException unreadable) {
      throw new StartRefused(
          "CDN_PRIVATE_KEY cannot be read: please set it to an RSA key in PEM (PKCS#8), as"
              + " openssl genpkey writes it.");
    }
  }

  /// @param until seconds since 1970
  String signed(String address, long until) {
    return CLOUD_FRONT
        .getSignedUrlWithCannedPolicy(
            ask ->
                ask.resourceUrl(address)
                    .keyPairId(id)
                    .privateKey(key)
                    .expirationDate(Instant.ofEpochSecond(until)))
        .url();
  }
}
