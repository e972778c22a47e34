package lumina.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lumina.Answer;
import lumina.Person;
import lumina.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@Tag("local")
@ServerTest
class PageFilesTest {
  @LocalServerPort private int port;
  private Person visitor = Person.stranger(0);

  @BeforeEach
  void visit() {
    visitor = Person.stranger(port);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/explore",
        "/photos/0123456789abcdef0123456789abcdef",
        "/people/ann",
        "/people/ann.e",
        "/messages/j.r.r",
        "/photos/not.one"
      })
  void every_address_of_the_client_is_the_page_itself_and_asked_for_anew(String path) {
    Answer page = visitor.get(path).expect(200);
    assertThat(page.text()).contains("<title>Lumina</title>");
    assertThat(page.header("Cache-Control")).contains("no-cache");
    assertThat(page.header("Content-Security-Policy")).contains("default-src 'self'");
    assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
  }

  @Test
  void what_has_its_hash_in_its_name_is_kept_for_a_year() {
    Matcher script =
        Pattern.compile("src=\"(/assets/[^\"]+\\.js)\"").matcher(visitor.get("/").text());
    assertThat(script.find()).isTrue();
    Answer asset = visitor.get(script.group(1)).expect(200);
    assertThat(asset.header("Cache-Control")).contains("max-age=31536000", "immutable");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/missing.js", "/assets/old-12345678.js", "/favicon.ico"})
  void a_file_that_is_missing_is_not_the_page(String path) {
    visitor.get(path).expect(404);
  }
}
