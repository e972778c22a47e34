package lumina.backend;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/// Signs addresses as CloudFront wants it ("canned policy": one file, until one moment). The SDK
/// has this too, in a module that is as large as its client for S3.
final class CdnKey {
  // With RSA, CloudFront takes no other hash in a canned policy.
  private static final String ALGORITHM = "SHA1withRSA";

  private final String id;
  private final PrivateKey key;

  private CdnKey(String id, PrivateKey key) {
    this.id = id;
    this.key = key;
  }

  static CdnKey of(String id, String pem) {
    // Where a setting cannot hold several lines, they are written in one, with \n between them.
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
    String and = address.contains("?") ? "&" : "?";
    return "%s%sExpires=%d&Signature=%s&Key-Pair-Id=%s"
        .formatted(address, and, until, signature(policy(address, until)), id);
  }

  /// To the letter what CloudFront puts together again from the address.
  static String policy(String address, long until) {
    return "{\"Statement\":[{\"Resource\":\"%s\",\"Condition\":{\"DateLessThan\":{\"AWS:EpochTime\":%d}}}]}"
        .formatted(address, until);
  }

  private String signature(String policy) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(key);
      signature.update(policy.getBytes(US_ASCII));
      String base64 = Base64.getEncoder().encodeToString(signature.sign());
      return base64.replace('+', '-').replace('=', '_').replace('/', '~');
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot sign with the key that was read", e);
    }
  }
}
