package lumina.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lumina.Answer;
import lumina.Form;
import lumina.Person;
import lumina.ServerTest;
import lumina.blob.BlobStore;
import lumina.media.Pictures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// How people find what they have already.
@ServerTest
@Isolated("It looks at all files of uploads.")
class ChecksumTest {
  private static final byte[] PHOTO = Pictures.photo(62, 43);
  private static final String CHECKSUM =
      HexFormat.of().formatHex(Checksum.digest("SHA-256").digest(PHOTO));

  @LocalServerPort private int port;
  @Autowired private ChecksumBackfill backfill;
  @Autowired private BlobStore blobs;
  @Autowired private JdbcClient sql;
  @Autowired private ListableBeanFactory beans;
  private Person ann = Person.stranger(0);

  @BeforeEach
  void signUp() {
    ann = Person.signUp(port);
  }

  private Answer upload(String duplicate) {
    return ann.upload(new Form().field("duplicate", duplicate).file("x.jpg", PHOTO));
  }

  private static String id(Answer photo) {
    return photo.json().get("photo_id").asString();
  }

  private JsonNode known(Person viewer) {
    List<String> asked = List.of("0".repeat(64), CHECKSUM.toUpperCase(java.util.Locale.ROOT));
    return viewer.post("/api/photos/known", Map.of("checksums", asked)).expect(200).json();
  }

  @Test
  void the_owner_alone_sees_the_checksum_of_a_photo() {
    Answer photo = upload("keep").expect(201);
    assertThat(photo.json().get("checksum").asString()).isEqualTo(CHECKSUM);
    String path = "/api/photos/" + id(photo);
    assertThat(ann.get(path).json().get("checksum").asString()).isEqualTo(CHECKSUM);
    assertThat(Person.signUp(port).get(path).json().get("checksum").isNull()).isTrue();
    assertThat(Person.stranger(port).get(path).json().get("checksum").isNull()).isTrue();
  }

  @Test
  void people_are_told_which_files_they_have_outside_of_the_trash() {
    assertThat(known(ann)).isEmpty();
    String photo = id(upload("").expect(201));
    assertThat(known(ann))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.get("checksum").asString()).isEqualTo(CHECKSUM);
              assertThat(one.get("photo_id").asString()).isEqualTo(photo);
            });
    assertThat(known(Person.signUp(port))).isEmpty();
    ann.post("/api/photos/" + photo + "/trash").expect(200);
    assertThat(known(ann)).isEmpty();
    assertThat(id(upload("skip").expect(201))).isNotEqualTo(photo);
  }

  @Test
  void a_duplicate_is_kept_unless_it_is_to_be_skipped() {
    String first = id(upload("skip").expect(201));
    Answer skipped = upload("skip").expect(200);
    assertThat(id(skipped)).isEqualTo(first);
    assertThat(skipped.json().get("duplicate").asBoolean()).isTrue();
    Answer second = ann.upload(new Form().file("x.jpg", PHOTO)).expect(201);
    assertThat(id(second)).isNotEqualTo(first);
    assertThat(second.json().get("duplicate").asBoolean()).isFalse();
    upload("maybe").expectProblem(400, "invalid_field");
  }

  @Test
  void the_newest_of_several_photos_of_one_file_answers_and_the_photos_of_others_never() {
    Answer oldest = upload("keep").expect(201);
    Answer newest = upload("keep").expect(201);
    assertThat(id(upload("skip").expect(200))).isEqualTo(id(newest));
    assertThat(known(ann).findValuesAsString("photo_id")).containsExactly(id(newest));
    ann.delete("/api/photos/" + id(newest)).expect(200);
    assertThat(known(ann).findValuesAsString("photo_id")).containsExactly(id(oldest));
    Person bob = Person.signUp(port);
    Form again = new Form().field("duplicate", "skip").file("x.jpg", PHOTO);
    JsonNode first = bob.upload(again).expect(201).json();
    assertThat(first.get("duplicate").asBoolean()).isFalse();
    assertThat(first.get("photo_id").asString()).isNotEqualTo(id(oldest));
  }

  @Test
  void a_thousand_checksums_are_asked_for_at_once() {
    String photo = id(upload("keep").expect(201));
    List<String> asked =
        Stream.concat(Stream.of(CHECKSUM), IntStream.range(1, 1_000).mapToObj("%064x"::formatted))
            .toList();
    JsonNode known = ann.post("/api/photos/known", Map.of("checksums", asked)).expect(200).json();
    assertThat(known.findValuesAsString("photo_id")).containsExactly(photo);
  }

  /// The newest comes first.
  @Test
  void an_original_that_is_lost_keeps_no_other_from_getting_its_checksum() throws IOException {
    String photo = id(upload("keep").expect(201));
    String lost = ann.uploadPhoto();
    blobs.delete(List.of("photos/" + lost + "_full.jpg"));
    sql.sql("UPDATE photos SET checksum = NULL WHERE user_id = :ann")
        .param("ann", ann.id())
        .update();
    backfill.calculate();
    assertThat(known(ann).findValuesAsString("photo_id")).containsExactly(photo);
    assertThat(ann.get("/api/photos/" + lost).json().get("checksum").isNull()).isTrue();
  }

  @Test
  void one_file_sent_several_times_at_the_same_moment_becomes_one_photo() throws Exception {
    Set<String> photos = Collections.synchronizedSet(new HashSet<>());
    try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> sent =
          Stream.generate(() -> senders.submit(() -> photos.add(id(upload("skip")))))
              .limit(4)
              .toList();
      for (Future<Boolean> one : sent) {
        one.get();
      }
    }
    assertThat(photos).hasSize(1);
    assertThat(ann.get("/api/photos?scope=profile").json()).hasSize(1);
    assertThat(new Remains(beans).filesOfPending()).isEmpty();
  }

  @Test
  void photos_of_older_versions_get_their_checksum_later() {
    String photo = id(upload("keep"));
    sql.sql("UPDATE photos SET checksum = NULL WHERE photo_id = :photo")
        .param("photo", photo)
        .update();
    assertThat(known(ann)).isEmpty();
    backfill.calculate();
    assertThat(known(ann)).hasSize(1);
  }

  static Stream<Arguments> oddChecksums() {
    return Stream.of(
        Arguments.of("{}", "missing_field"),
        Arguments.of("{\"checksums\": []}", "missing_field"),
        Arguments.of("{\"checksums\": [null]}", "invalid_request"),
        Arguments.of("{\"checksums\": [\"\"]}", "invalid_field"),
        Arguments.of("{\"checksums\": [\"" + "g".repeat(64) + "\"]}", "invalid_field"),
        Arguments.of(
            "{\"checksums\": [" + "\"0\",".repeat(1000) + "\"0\"]}", "too_many_checksums"));
  }

  @ParameterizedTest
  @MethodSource("oddChecksums")
  void odd_checksums_are_refused(String body, String code) {
    ann.json("POST", "/api/photos/known", body).expectProblem(400, code);
  }
}
