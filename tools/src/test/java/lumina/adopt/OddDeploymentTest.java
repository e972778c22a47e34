package lumina.adopt;

import static lumina.adopt.OldDeployment.READ_UNITS;
import static lumina.adopt.OldDeployment.WRITE_UNITS;
import static lumina.adopt.OldDeployment.newId;
import static lumina.storage.dynamo.Dynamo.n;
import static lumina.storage.dynamo.Dynamo.s;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import lumina.Person;
import lumina.cli.CommandRun;
import lumina.cli.Served;
import lumina.media.Pictures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.databind.JsonNode;

/// A deployment with many irregularities: a dry run lists what the adoption will decide, and the
/// adoption keeps the old values.
@Tag("cloud")
class OddDeploymentTest {
  private static final int ANN = 1;
  private static final int BEN = 4;
  private static final long NOON = 1_600_000_000_000L;
  private static final long BEGIN = System.currentTimeMillis() - 60_000;
  private static final String HASH =
      "scrypt:32768:8:1$NaClSalt$bd6fb02fd5ab9bc357f17037c79b99fe28c8ca5a8da7b8a60900c93a4803be9d6533f9baf22bc4cbce2263ddfa5c27005f092379b646633edd27776108522326";
  private static final String FAMILY = "👨‍👩‍👧";

  /// As long as a name may be; a suffix fits only without its last part.
  private static final String LONG = "x".repeat(47) + "😀yy";

  private final OldDeployment old = new OldDeployment();
  private final String timeless = newId();
  private final String broken = newId();
  @TempDir Path data;

  @BeforeEach
  void odd_data() {
    old.settings.put("LUMINA_DATA", data.toString());
    old.settings.put("PORT", "0");
    people();
    photos();
    comments();
    old.message(ANN, BEN, 0, "m1", "long ago");
    old.message(ANN, BEN, NOON, "m2", "at noon");
  }

  private void people() {
    old.sql("ALTER TABLE users CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
    old.sql(
        """
        INSERT INTO users (username, email, password_hash, created_at) VALUES
        ('ann', 'ann@x', '%1$s', '2020-01-02 03:04:05'),
        ('Ann', 'ANN@x', '%1$s', '0000-00-00 00:00:00'),
        ('ann-2', 'c@x', '%1$s', '2020-01-02 03:04:07'),
        ('ben', 'b@x', '%1$s', '2020-01-02 03:04:08'),
        ('%2$s', 'l@x', '%1$s', '2020-01-02 03:04:09'),
        ('%3$s', 'm@x', '%1$s', '2020-01-02 03:04:10')
        """
            .formatted(HASH, LONG, LONG.toUpperCase(Locale.ROOT)));
    old.sql(
        "INSERT INTO friend_requests (requester_id, receiver_id, status, created_at)"
            + " VALUES (1, 4, 'accepted', '0000-00-00 00:00:00')");
  }

  private void photos() {
    photo(timeless, Map.of("created_at", s("yesterday"), "topic", s("x".repeat(58) + FAMILY)));
    old.file("photos/" + timeless + "_full.jpg", Pictures.photo(120, 80));
    photo(broken, Map.of("created_at", n(NOON)));
    old.file("photos/" + broken + "_full.jpg", "no picture".getBytes(StandardCharsets.UTF_8));
    old.file("photos/" + broken + "_thumb.jpg", Pictures.photo(400, 267));
  }

  private void photo(String id, Map<String, AttributeValue> more) {
    Map<String, AttributeValue> photo = new HashMap<>();
    photo.put("photo_id", s(id));
    photo.put("user_id", n(ANN));
    photo.put("caption", s("odd"));
    photo.put("full_key", s("photos/" + id + "_full.jpg"));
    photo.putAll(more);
    old.photo(id, photo);
  }

  private void comments() {
    comment("c1", "c1", Map.of());
    comment("%d#c2".formatted(NOON + 7), "c2", Map.of("created_at", s("noon")));
    comment("9#c3", "c3", Map.of("created_at", n(0)));
  }

  private void comment(String sortKey, String id, Map<String, AttributeValue> more) {
    Map<String, AttributeValue> comment = new HashMap<>(more);
    comment.put("comment_id", s(id));
    comment.put("user_id", n(BEN));
    comment.put("text", s(id));
    old.comment(broken, sortKey, comment);
  }

  @Test
  void a_dry_run_lists_all_that_would_be_decided() {
    CommandRun dryRun = CommandRun.of(old.settings, "adopt", "--dry-run");

    assertThat(dryRun.exitCode()).as(dryRun.said()).isZero();
    assertThat(dryRun.said())
        .contains("checked 2 photos")
        .contains("person 2 has the username Ann", "it becomes Ann-3")
        .contains("person 2 has the email ANN@x", "it becomes Ann-3@lumina.local")
        .contains("it becomes %s😀-2".formatted("X".repeat(47)))
        .contains("users with the ids [2] have no readable time")
        .contains("friend_requests with the ids [1] have no readable time")
        .contains("photo %s has no readable upload time (yesterday)".formatted(timeless))
        .contains("photo %s has a topic that is too long".formatted(timeless))
        .contains(
            "comment c1 has no readable time",
            "comment c2 has no readable time",
            "comment c3 has no readable time")
        .contains("message m1 has no readable time")
        .doesNotContain("message m2");
    assertThat(old.number("SELECT count(*) FROM users WHERE username = 'Ann'")).isOne();
  }

  @Test
  void nothing_becomes_1970_and_what_was_there_is_kept() {
    CommandRun adoption = CommandRun.of(old.settings, "adopt");
    assertThat(adoption.exitCode()).as(adoption.said()).isZero();
    assertThat(adoption.said())
        .contains("person 2 has the username Ann", "it becomes Ann-3")
        .contains("photo %s has an original that is not a picture".formatted(broken));
    assertThat(old.capacity("DYNAMODB_COMMENTS_TABLE"))
        .containsExactly("comments_by_person %d %d".formatted(READ_UNITS, WRITE_UNITS));
    whatWasThereIsKept();

    try (Served lumina = Served.on(old.settings)) {
      Person ann = logIn(lumina, "ann");
      assertThat(logIn(lumina, "Ann-3").get("/api/auth/me").json().get("name").asString())
          .isEqualTo("Ann");
      photosHaveTheirTimes(ann);
      sayingsHaveTheirTimes(ann);
    }
  }

  private void whatWasThereIsKept() {
    assertThat(
            old.number(
                "SELECT count(*) FROM users WHERE old_username = 'Ann' AND old_email = 'ANN@x'"))
        .isOne();
    assertThat(old.number("SELECT min(created_at) FROM users")).isEqualTo(1_577_934_245_000L);
    String photos = "DYNAMODB_PHOTOS_TABLE";
    assertThat(old.attribute(photos, "PHOTO#" + timeless, "META", "old_time"))
        .isEqualTo("yesterday");
    assertThat(old.attribute(photos, "PHOTO#" + timeless, "META", "old_topic")).endsWith(FAMILY);
    assertThat(old.hasFile("photos/" + broken + "_unreadable")).isTrue();
  }

  private void photosHaveTheirTimes(Person ann) {
    JsonNode photo = ann.get("/api/photos/" + timeless).expect(200).json();
    assertThat(photo.get("created_at").asLong()).isGreaterThan(BEGIN);
    assertThat(photo.get("topic").asString()).isEqualTo("x".repeat(58));
    JsonNode standIn = ann.get("/api/photos/" + broken).expect(200).json();
    assertThat(standIn.get("width").asInt()).isEqualTo(400);
    ann.get("/api/photos/" + broken + "/image/full").expect(200);
  }

  private void sayingsHaveTheirTimes(Person ann) {
    JsonNode comments = ann.get("/api/photos/" + broken + "/comments").expect(200).json();
    assertThat(comments.valueStream().map(it -> it.get("created_at").asLong()))
        .allMatch(time -> time >= NOON);
    JsonNode messages = ann.get("/api/messages?user_id=" + BEN).expect(200).json();
    assertThat(messages.valueStream().map(it -> it.get("timestamp").asLong()))
        .allMatch(time -> time >= NOON);
  }

  private static Person logIn(Served lumina, String name) {
    Person nobody = lumina.stranger();
    Map<String, String> words = Map.of("username", name, "password", Person.PASSWORD);
    return nobody.signedIn(nobody.post("/api/auth/login", words).expect(200));
  }
}
