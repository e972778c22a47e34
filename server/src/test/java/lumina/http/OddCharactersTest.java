package lumina.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import lumina.Person;
import lumina.ServerTest;
import lumina.album.Albums;
import lumina.share.Shares;
import lumina.share.Shares.Link;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Characters that ids and tokens never have make no error of the server, where [OddValuesTest]
/// does not send them: MySQL does not compare them with a column of ASCII.
@ServerTest
class OddCharactersTest {
  private static final int FINGERPRINT = 4;

  @LocalServerPort private int port;
  private Person ann = Person.stranger(0);
  private Person visitor = Person.stranger(0);

  @BeforeEach
  void signUp() {
    ann = Person.signUp(port);
    visitor = Person.stranger(port);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ä", "😀", "Ж1"})
  void in_the_address_of_a_page_they_name_nothing(String odd) {
    String photo = ann.uploadPhoto();
    Link link = Shares.of(ann, List.of(photo));
    String written = URLEncoder.encode(odd, StandardCharsets.UTF_8);
    String nothing = visitor.get("/s/never").expect(200).text();
    for (String page : List.of("/s/", link.page(), "/s/x/", "/albums/" + Albums.make(ann))) {
      assertThat(visitor.get(page + written).expect(200).text()).isEqualTo(nothing);
    }
    assertThat(visitor.get("/photos/" + photo + written).expect(200).text())
        .doesNotContain("og:title");
    visitor.get(link.page() + "/" + written).expect(200);
    visitor.get(link.api() + written).expectProblem(404, "not_found");
    visitor.get(link.photo(photo + written)).expectProblem(404, "not_found");
    visitor.get("/api/invites/" + written).expectProblem(404, "not_found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ä", "😀", "a b"})
  void no_invitation_has_them(String odd) {
    Map<String, String> asked =
        Map.of("username", "never", "password", Person.PASSWORD, "invite", odd);
    visitor.post("/api/auth/signup", asked).expectProblem(400, "invalid_invite");
  }

  @ParameterizedTest
  @ValueSource(strings = {"shares", "albums"})
  void a_cursor_with_them_is_not_of_this_list(String list) {
    for (int i = 0; i < 2; i++) {
      Shares.of(ann, List.of(ann.uploadPhoto()));
      Albums.make(ann);
    }
    String next = String.valueOf(ann.get("/api/%s?limit=1".formatted(list)).expect(200).next());
    String cursor = next.replaceAll(".*cursor=([^&]+).*", "$1");
    byte[] whole = Base64.getUrlDecoder().decode(cursor);
    byte[] odd = "😀ä".getBytes(StandardCharsets.UTF_8);
    byte[] forged = Arrays.copyOf(whole, FINGERPRINT + odd.length);
    System.arraycopy(odd, 0, forged, FINGERPRINT, odd.length);
    String sent = Base64.getUrlEncoder().withoutPadding().encodeToString(forged);
    ann.get(next.replace(cursor, sent)).expectProblem(400, "invalid_cursor");
  }
}
