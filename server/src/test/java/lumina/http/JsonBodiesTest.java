package lumina.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.zip.GZIPInputStream;
import lumina.Answer;
import lumina.Person;
import lumina.ServerTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@Tag("local")
@ServerTest
class JsonBodiesTest {
  @LocalServerPort private int port;

  @Test
  void a_json_body_says_how_long_it_is() {
    Person ann = Person.signUp(port);
    for (String path : new String[] {"/api/auth/me", "/api/topics", "/api/nothing"}) {
      Answer answer = ann.get(path);
      assertThat(answer.header("Content-Length")).isEqualTo("" + answer.bytes().length);
    }
  }

  @Test
  void a_long_json_body_is_compressed_for_those_who_understand_it() throws Exception {
    Person ann = Person.signUp(port);
    ann.uploadPhoto("caption", "sea ".repeat(400));
    var request = ann.request("/api/photos?scope=profile").header("Accept-Encoding", "gzip").GET();
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<InputStream> answer = http.send(request.build(), BodyHandlers.ofInputStream());
      assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
      assertThat(new GZIPInputStream(answer.body()).readAllBytes()).asString().contains("sea sea");
    }
  }
}
