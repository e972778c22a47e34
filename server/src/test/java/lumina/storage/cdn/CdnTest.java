package lumina.storage.cdn;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lumina.storage.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CdnTest {
  private static final Pattern SIGNED =
      Pattern.compile("(.+)[?&]Expires=(\\d+)&Signature=([\\w~-]+)&Key-Pair-Id=(\\w+)");
  private static final KeyPair KEYS = newKeys();
  private static final String PEM = pem("\n");

  private static KeyPair newKeys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pem(String newLine) {
    String base64 =
        Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII))
            .encodeToString(KEYS.getPrivate().getEncoded());
    return "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
        .formatted(base64)
        .replace("\n", newLine);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\\n"})
  void an_address_is_signed_for_one_file_and_one_moment(String newLine)
      throws GeneralSecurityException {
    Cdn cdn = new Cdn("https://cdn.example.org/", "K123", pem(newLine));
    Matcher signed =
        SIGNED.matcher(cdn.signed(cdn.address("photos/1_thumb.jpg") + "?v=2", 1_800_000_000));
    assertThat(signed.matches()).isTrue();
    assertThat(signed.group(1)).isEqualTo("https://cdn.example.org/photos/1_thumb.jpg?v=2");
    assertThat(signed.group(2)).isEqualTo("1800000000");
    assertThat(signed.group(4)).isEqualTo("K123");
    // The example of Amazon's documentation.
    String policy =
        "{\"Statement\":[{\"Resource\":\"https://cdn.example.org/photos/1_thumb.jpg?v=2\","
            + "\"Condition\":{\"DateLessThan\":{\"AWS:EpochTime\":1800000000}}}]}";
    assertThat(isSignatureOf(policy, signed.group(3))).isTrue();
    assertThat(isSignatureOf(policy.replace("thumb", "large"), signed.group(3))).isFalse();
  }

  private static boolean isSignatureOf(String policy, String written)
      throws GeneralSecurityException {
    String base64 = written.replace('-', '+').replace('_', '=').replace('~', '/');
    Signature signature = Signature.getInstance("SHA1withRSA");
    signature.initVerify(KEYS.getPublic());
    signature.update(policy.getBytes(US_ASCII));
    return signature.verify(Base64.getDecoder().decode(base64));
  }

  @ParameterizedTest
  @CsvSource({
    "https://cdn.example.org, https://cdn.example.org",
    "https://cdn.example.org:8443/lumina/, https://cdn.example.org:8443"
  })
  void its_origin_is_the_address_without_a_path(String base, String origin) {
    assertThat(new Cdn(base, "", "").origin()).contains(origin);
  }

  @Test
  void none_has_no_origin() {
    assertThat(new Cdn("", "", "").origin()).isEmpty();
  }

  @Test
  void half_a_key_pair_is_refused() {
    refused("https://cdn.example.org", "K123", "", "CDN_KEY_PAIR_ID");
    refused("https://cdn.example.org", "", PEM, "CDN_KEY_PAIR_ID");
  }

  @ParameterizedTest
  @ValueSource(strings = {"secret", "!", "-----BEGIN PRIVATE KEY-----"})
  void a_key_that_is_none_is_refused(String key) {
    refused("https://cdn.example.org", "K123", key, "CDN_PRIVATE_KEY");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cdn.example.org", "ftp://cdn", "https://cdn/; script-src *", "https://"})
  void an_address_that_is_none_is_refused(String base) {
    refused(base, "", "", "CDN_BASE_URL");
  }

  private static void refused(String base, String id, String key, String setting) {
    assertThatThrownBy(() -> new Cdn(base, id, key))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining(setting)
        .hasMessageEndingWith(".");
  }
}
