package lumina;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The response of the server.
public record Answer(HttpResponse<byte[]> response) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

  public int status() {
    return response.statusCode();
  }

  public byte[] bytes() {
    return response.body();
  }

  public String text() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  public JsonNode json() {
    return JSON.readTree(bytes());
  }

  public @Nullable String header(String name) {
    return response.headers().firstValue(name).orElse(null);
  }

  /// The address of the next page, or null on the last one.
  public @Nullable String next() {
    Matcher link = NEXT.matcher(response.headers().firstValue("Link").orElse(""));
    return link.find() ? link.group(1) : null;
  }

  public List<String> all(String field) {
    return json().valueStream().map(item -> item.get(field).asString()).toList();
  }

  public Answer expect(int status) {
    assertThat(status()).as(text()).isEqualTo(status);
    return this;
  }

  /// Asserts that the response is a problem (RFC 9457) with type, code and a sentence.
  public Answer expectProblem(int status, String code) {
    expect(status);
    assertThat(header("Content-Type")).startsWith("application/problem+json");
    assertThat(json().get("status").asInt()).isEqualTo(status);
    assertThat(json().get("code").asString()).isEqualTo(code);
    assertThat(json().get("message").asString()).endsWith(".");
    assertThat(json().get("request_id").asString()).isNotEmpty();
    return this;
  }
}
