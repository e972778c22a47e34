package lumina.upload.tus;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lumina.Person;
import lumina.ServerTest;
import lumina.media.Pictures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Requests that no client of tus should send.
@ServerTest
class OddTusRequestsTest {
  private static final byte[] PHOTO = Pictures.photo(60, 45);

  @LocalServerPort private int port;
  @Autowired private JdbcClient sql;
  private Person ann = Person.stranger(0);
  private TusClient tus = new TusClient(ann);

  @BeforeEach
  void signUp() {
    ann = Person.signUp(port);
    tus = new TusClient(ann);
  }

  private long rows() {
    return sql.sql("SELECT count(*) FROM uploads WHERE user_id = :user")
        .param("user", ann.id())
        .query(Long.class)
        .single();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Upload-Length: 9 | 412 | wrong_tus_version",
        "Tus-Resumable: 0.9,Upload-Length: 9 | 412 | wrong_tus_version",
        "Tus-Resumable: 1.0.0 | 400 | missing_field",
        "Tus-Resumable: 1.0.0,Upload-Length: -1 | 400 | invalid_field",
        "Tus-Resumable: 1.0.0,Upload-Length: 1e3 | 400 | invalid_field",
        "Tus-Resumable: 1.0.0,Upload-Length: 0 | 400 | empty_file",
        "Tus-Resumable: 1.0.0,Upload-Length: 99999999999999999999999 | 413 | too_large",
        "Tus-Resumable: 1.0.0,Upload-Defer-Length: 1 | 400 | unsupported_extension",
        "Tus-Resumable: 1.0.0,Upload-Length: 9,Upload-Concat: partial | 400 | unsupported_extension",
        "Tus-Resumable: 1.0.0,Upload-Length: 9,Content-Type: text/plain | 415 | unsupported_media_type",
        "Tus-Resumable: 1.0.0,Upload-Length: 9,Upload-Metadata: topic ! | 400 | invalid_metadata",
        "Tus-Resumable: 1.0.0,Upload-Length: 9,Upload-Metadata: topic /w== | 400 | invalid_metadata",
        "Tus-Resumable: 1.0.0,Upload-Length: 9,Upload-Metadata: topic YQ==;topic YQ== | 400 | invalid_metadata",
        "Tus-Resumable: 1.0.0,Upload-Length: 9,Upload-Metadata: audience YQ== | 400 | invalid_audience",
        "Tus-Resumable: 1.0.0,Upload-Length: 9,Upload-Metadata: taken_hint YQ== | 400 | invalid_field",
        "Tus-Resumable: 1.0.0,Upload-Length: 9,Upload-Metadata: duplicate YQ== | 400 | invalid_field",
      })
  void odd_creations_are_refused(String headers, int status, String code) {
    var request = ann.request("/api/tus");
    for (String header : headers.split(",", -1)) {
      String[] parts = header.split(": ", 2);
      request.header(parts[0], parts[1].replace(';', ','));
    }
    ann.send(request.POST(BodyPublishers.noBody())).expectProblem(status, code);
    assertThat(rows()).isZero();
  }

  @Test
  void metadata_of_a_hundred_kilobytes_is_refused() {
    int status = tus.create(10, "caption", "x".repeat(70_000)).status();
    assertThat(status).isBetween(400, 431);
    tus.create(10, "caption", "x".repeat(20_000)).expectProblem(400, "too_long");
  }

  @Test
  void odd_pieces_are_refused_and_change_nothing() {
    String upload = tus.begin(1_000);
    tus.send(upload, PHOTO, 1, 10).expectProblem(409, "wrong_offset");
    tus.send(upload, new byte[1_001], 0, 1_001).expectProblem(413, "too_large");
    tus.send(upload, PHOTO, 0, 10, "Upload-Checksum", "crc32 YQ==")
        .expectProblem(400, "invalid_checksum");
    var wrongType = tus.request(upload).header("Upload-Offset", "0");
    ann.send(
            wrongType
                .header("Content-Type", "image/jpeg")
                .method("PATCH", BodyPublishers.ofByteArray(PHOTO)))
        .expectProblem(415, "unsupported_media_type");
    var chunked =
        tus.request(upload).header("Upload-Offset", "0").header("Content-Type", TusClient.BYTES);
    ann.send(
            chunked.method(
                "PATCH", BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(new byte[1_001]))))
        .expectProblem(413, "too_large");
    assertThat(tus.offset(upload)).isZero();
    for (String odd : List.of("0", "x".repeat(100), "%00", "a%20b")) {
      assertThat(tus.head("/api/tus/" + odd).status()).isBetween(400, 404);
    }
  }

  @Test
  void too_many_unfinished_uploads_are_refused() {
    long user = ann.id();
    String rows =
        IntStream.range(0, 1_000)
            .mapToObj(
                i ->
                    "('%d-%d', %d, 9, 0, '', '', 0, NULL, 0, %d)"
                        .formatted(user, i, user, Long.MAX_VALUE))
            .collect(Collectors.joining(","));
    sql.sql("INSERT INTO uploads VALUES " + rows).update();
    tus.create(9).expectProblem(429, "too_many_unfinished");
    sql.sql("DELETE FROM uploads WHERE user_id = :user").param("user", ann.id()).update();
    tus.create(9).expect(201);
  }

  @ParameterizedTest
  @CsvSource({"sha1, SHA-1", "sha256, SHA-256", "md5, MD5"})
  void bytes_that_changed_on_their_way_are_not_kept(String name, String algorithm)
      throws Exception {
    String upload = tus.begin(PHOTO.length);
    byte[] right = MessageDigest.getInstance(algorithm).digest(Arrays.copyOf(PHOTO, 500));
    byte[] wrong = right.clone();
    wrong[0]++;
    tus.send(upload, PHOTO, 0, 500, "Upload-Checksum", name + " " + base64(wrong))
        .expectProblem(460, "checksum_mismatch");
    assertThat(tus.offset(upload)).isZero();
    tus.send(upload, PHOTO, 0, 500, "Upload-Checksum", name + " " + base64(right)).expect(204);
    TusClient.photo(tus.send(upload, PHOTO, 500, PHOTO.length).expect(204));
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
