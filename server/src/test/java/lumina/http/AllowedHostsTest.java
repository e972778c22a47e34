package lumina.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/// Names under which a server answers, by `ALLOWED_HOSTS` and `PUBLIC_URL`. GuardedPlaceTest asks a
/// running one.
class AllowedHostsTest {
  private static final int MISDIRECTED = 421;

  @ParameterizedTest(name = "ALLOWED_HOSTS={0} PUBLIC_URL={1}: {2}{3}")
  @CsvSource({
    // by default: this machine, addresses, and the place's own name
    "'', '', localhost, /, true",
    "'', '', LOCALHOST, /, true",
    "'', '', 127.0.0.1, /, true",
    "'', '', 203.0.113.9, /, true",
    "'', '', [2001:db8::1], /, true",
    "'', '', photos.example, /, false",
    "'', '', localhost.evil.example, /, false",
    "'', '', 127.0.0.1.evil.example, /, false",
    "'', https://Photos.Example:8443/x, photos.example, /, true",
    "'', https://photos.example, PHOTOS.example, /api/place, true",
    "'', https://photos.example, www.photos.example, /, false",
    "'', https://photos.example, localhost, /, true",
    // what is named, and nothing else
    "photos.example, '', photos.example, /, true",
    "'a.example, B.Example ,c.example', '', b.example, /, true",
    "'a.example, B.Example ,c.example', '', d.example, /, false",
    "photos.example, '', localhost, /, false",
    "photos.example, '', 127.0.0.1, /, false",
    "photos.example, https://other.example, other.example, /, false",
    "*, '', whatever.example, /, true",
    "'photos.example,*', '', whatever.example, /, true",
    // health under any name, and only health
    "photos.example, '', evil.example, /api/health, true",
    "photos.example, '', evil.example, /api/health/live, true",
    "photos.example, '', evil.example, /api/auth/me, false",
    "photos.example, '', evil.example, /s/token, false"
  })
  void a_server_answers_under(
      String setting, String publicUrl, String host, String path, boolean answered)
      throws ServletException, IOException {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
    request.setServerName(host);
    MockHttpServletResponse response = new MockHttpServletResponse();
    MockFilterChain rest = new MockFilterChain();
    new AllowedHosts(setting, publicUrl).doFilter(request, response, rest);
    assertThat(rest.getRequest() != null).isEqualTo(answered);
    assertThat(response.getStatus()).isEqualTo(answered ? 200 : MISDIRECTED);
    if (!answered) {
      assertThat(response.getContentAsString())
          .contains("\"code\":\"wrong_host\"", "ALLOWED_HOSTS")
          .doesNotContain(host);
      assertThat(response.getContentType()).isEqualTo("application/problem+json");
    }
  }
}
