package lumina.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.databind.json.JsonMapper;

/// Writes each JSON body as a whole, with its length. In chunks, even a short body would take two
/// writes to the socket; and a body that fails halfway can still become an error response.
final class JsonBodies extends JacksonJsonHttpMessageConverter {
  JsonBodies(JsonMapper mapper) {
    super(mapper);
  }

  @Override
  protected void writeInternal(
      Object body,
      ResolvableType type,
      HttpOutputMessage response,
      @Nullable Map<String, Object> hints)
      throws IOException {
    Whole whole = new Whole(response.getHeaders());
    super.writeInternal(body, type, whole, hints);
    response.getHeaders().setContentLength(whole.bytes.size());
    whole.bytes.writeTo(response.getBody());
  }

  @Configuration(proxyBeanMethods = false)
  static class Installation {
    @Bean
    ServerHttpMessageConvertersCustomizer jsonBodies(JsonMapper mapper) {
      return converters -> converters.withJsonConverter(new JsonBodies(mapper));
    }
  }

  private static final class Whole implements HttpOutputMessage {
    private static final int USUAL = 4 * 1024;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL);
    private final HttpHeaders headers;

    Whole(HttpHeaders headers) {
      this.headers = headers;
    }

    @Override
    public HttpHeaders getHeaders() {
      return headers;
    }

    @Override
    public ByteArrayOutputStream getBody() {
      return bytes;
    }
  }
}
