package lumina.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import lumina.Answer;
import lumina.Person;
import lumina.http.problem.Problem;
import lumina.stores.S3Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Responses for images in S3, when S3 works and when it fails.
@Timeout(30)
@ResourceLock(S3Connected.NAME)
class BlobResponseTest {
  private static final int SIZE = 300_000;
  private static final FaultyS3 s3 = new FaultyS3();

  @TempDir private static Path folder;
  private static S3Server server;
  private static ConfigurableApplicationContext site;
  private static Person somebody = Person.stranger(0);
  private static byte[] image = BlobStoreContract.bytes(SIZE);

  @BeforeAll
  static void open() throws IOException {
    server = S3Server.start();
    S3Connected.find(server, server.secretKey());
    site =
        new SpringApplicationBuilder(Site.class)
            .run(
                "--server.port=0",
                "--storage.backend=dynamodb",
                "--storage.region=eu-central-1",
                "--storage.s3.bucket=images",
                "--storage.s3.path-style=true",
                "--storage.create=true");
    somebody =
        Person.stranger(
            site.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    site.getBean(BlobStore.class)
        .put("photos/x_full.jpg", Files.write(folder.resolve("x"), image), "image/jpeg");
  }

  @AfterAll
  static void close() {
    site.close();
    server.close();
  }

  @BeforeEach
  void mend() {
    s3.mend();
  }

  @Test
  void a_whole_image_is_one_call() {
    Answer answer = somebody.get("/x").expect(200);
    assertThat(answer.bytes()).isEqualTo(image);
    assertThat(answer.header("Content-Type")).isEqualTo("image/jpeg");
    assertThat(s3.calls()).containsExactly("GetObject");
  }

  @Test
  void a_part_is_sent_alone() {
    Answer part = somebody.send(somebody.request("/x").header("Range", "bytes=100-")).expect(206);
    assertThat(part.bytes()).isEqualTo(Arrays.copyOfRange(image, 100, SIZE));
    assertThat(part.header("Content-Range")).isEqualTo("bytes 100-299999/300000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"bytes=0-99999999999999999999", "bytes=0-,300000-", "bytes=9999999-9,-999999"})
  void a_part_that_ends_behind_the_image_ends_with_it(String range) {
    Answer part = somebody.send(somebody.request("/x").header("Range", range)).expect(206);
    assertThat(part.bytes()).isEqualTo(image);
    assertThat(part.header("Content-Range")).isEqualTo("bytes 0-299999/300000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"lines=0-5", "bytes=x", "bytes=", "0-5", "bytes=1-2-3", "bytes=0-1,5-9"})
  void what_is_not_understood_and_more_than_one_part_is_the_whole(String range) {
    Answer whole = somebody.send(somebody.request("/x").header("Range", range)).expect(200);
    assertThat(whole.bytes()).isEqualTo(image);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"bytes=300000-", "bytes=-0", "bytes=99999999999999999999-, 300001-300002"})
  void a_part_that_is_not_there_is_a_problem_that_no_cache_keeps(String range) {
    Answer refused =
        somebody
            .send(somebody.request("/x").header("Range", range))
            .expectProblem(416, "requested_range_not_satisfiable");
    assertThat(refused.header("Content-Range")).isEqualTo("bytes */300000");
    assertThat(refused.header("Cache-Control")).isNull();
    assertThat(refused.header("Content-Disposition")).isNull();
  }

  @Test
  void whoever_wants_nothing_that_is_there_gets_nothing() {
    var any = somebody.request("/x").header("If-None-Match", "*");
    assertThat(somebody.send(any).expect(304).header("ETag")).isEqualTo("\"x\"");
    somebody
        .send(somebody.request("/y").header("If-None-Match", "*"))
        .expectProblem(404, "not_found");
  }

  @Test
  void the_head_alone_says_the_size() {
    var asked = somebody.request("/x").header("Range", "bytes=100-");
    Answer head = somebody.send(asked.method("HEAD", BodyPublishers.noBody()));
    assertThat(head.expect(200).header("Content-Length")).isEqualTo("300000");
  }

  @Test
  void what_the_client_has_is_not_asked_of_the_store() {
    String etag = String.valueOf(somebody.get("/x").header("ETag"));
    s3.calls().clear();
    Answer again = somebody.send(somebody.request("/x").header("If-None-Match", etag)).expect(304);
    assertThat(again.header("ETag")).isEqualTo(etag);
    assertThat(again.header("Cache-Control")).contains("immutable");
    assertThat(s3.calls()).isEmpty();
  }

  @Test
  void what_is_not_there_is_not_found_and_kept_by_no_cache() {
    Answer missing = somebody.get("/y").expectProblem(404, "not_found");
    assertThat(missing.header("Cache-Control")).isNull();
    assertThat(missing.header("ETag")).isNull();
  }

  @Test
  void a_store_that_fails_before_the_first_byte_is_unavailable() {
    s3.breakAfter(0);
    Answer down = somebody.get("/x").expectProblem(503, "store_unavailable");
    assertThat(down.header("Retry-After")).isNotNull();
    assertThat(down.header("Cache-Control")).isNull();
    s3.mend();
    assertThat(somebody.get("/x").expect(200).bytes()).isEqualTo(image);
  }

  @Test
  void half_an_image_never_looks_whole() {
    for (int sent : new int[] {100_000, SIZE - 100}) {
      s3.breakAfter(sent);
      assertThatThrownBy(() -> somebody.get("/x")).isInstanceOf(UncheckedIOException.class);
    }
    s3.mend();
    assertThat(somebody.get("/x").expect(200).bytes()).isEqualTo(image);
  }

  @Test
  void a_store_that_refuses_is_unavailable() {
    s3.answer(500, "InternalError");
    Answer down = somebody.get("/x").expectProblem(503, "store_unavailable");
    assertThat(down.header("Retry-After")).isNotNull();
  }

  @Configuration(proxyBeanMethods = false)
  @ImportAutoConfiguration({
    PropertyPlaceholderAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class
  })
  @ComponentScan("lumina.http")
  @ComponentScan(
      basePackages = "lumina.storage",
      useDefaultFilters = false,
      includeFilters =
          @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(CloudErrors|S3Connection)"))
  @Import({S3BlobStore.class, Images.class})
  static class Site {
    @Bean
    FaultyS3 faults() {
      return s3;
    }
  }

  @RestController
  static class Images {
    private final BlobStore blobs;

    Images(BlobStore blobs) {
      this.blobs = blobs;
    }

    @GetMapping("/{name}")
    void image(@PathVariable String name, HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      BlobResponse answer =
          new BlobResponse("image/jpeg", name, "public, max-age=31536000, immutable", false, "");
      String key = "photos/" + name + "_full.jpg";
      if (!answer.send(() -> blobs.find(key), request, response)) {
        throw new Problem.NotFound("photo");
      }
    }
  }
}
