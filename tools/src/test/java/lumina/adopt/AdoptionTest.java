package lumina.adopt;

import static lumina.adopt.OldDeployment.newId;
import static lumina.storage.dynamo.Dynamo.n;
import static lumina.storage.dynamo.Dynamo.s;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lumina.Person;
import lumina.cli.CommandProcess;
import lumina.cli.CommandRun;
import lumina.cli.Served;
import lumina.media.Pictures;
import lumina.process.LuminaProcess;
import lumina.storage.StartRefused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A deployment that holds every variant of data that the versions of the old application wrote.
@Tag("cloud")
class AdoptionTest {
  private static final int ANN = 1;
  private static final int BEN = 2;
  private static final int CLEO = 3;
  private static final long NOON = 1_600_000_000_000L;

  private final OldDeployment old = new OldDeployment();
  private final String usual = newId();
  private final String laterBuild = newId();
  private final String png = newId();
  private final String withoutFile = newId();
  private final String noPicture = newId();
  private final String nobodys = newId();
  @TempDir Path data;

  @BeforeEach
  void old_data() {
    old.settings.put("LUMINA_DATA", data.toString());
    old.settings.put("PORT", "0");
    people();
    photos();
    comments();
    messages();
  }

  private void people() {
    String words = "INSERT INTO users (username, email, password_hash, created_at) VALUES ";
    old.sql(
        words
            + """
            ('ann', 'ann@x', 'pbkdf2:sha256:1000$NaClSalt$2f2b1c3b02517ece96f07b2b93f2ee67740f1bd77d7d82a1406babd36f088d1d', '2020-01-02 03:04:05'),
            ('ben', 'ben@x', 'scrypt:32768:8:1$NaClSalt$bd6fb02fd5ab9bc357f17037c79b99fe28c8ca5a8da7b8a60900c93a4803be9d6533f9baf22bc4cbce2263ddfa5c27005f092379b646633edd27776108522326', '2020-01-02 03:04:05'),
            ('cleo', 'cleo@x', 'scrypt:32768:8:1$NaClSalt$bd6fb02fd5ab9bc357f17037c79b99fe28c8ca5a8da7b8a60900c93a4803be9d6533f9baf22bc4cbce2263ddfa5c27005f092379b646633edd27776108522326', NULL)
            """);
    old.sql(
        """
        INSERT INTO friend_requests (requester_id, receiver_id, status) VALUES
        (1, 2, 'declined'), (1, 2, 'accepted'), (2, 1, 'pending'), (2, 1, 'pending'),
        (3, 1, 'declined'), (3, 1, 'declined'), (3, 2, 'pending')
        """);
  }

  private void photos() {
    old.photo(usual, photo(usual, ANN, Map.of("created_at", n(NOON), "likes", n(7))));
    old.photoOfUser(ANN, usual);
    old.file("photos/" + usual + "_full.jpg", Pictures.photo(1200, 800));
    old.file("photos/" + usual + "_thumb.jpg", Pictures.photo(400, 267));

    Map<String, AttributeValue> later =
        new HashMap<>(photo(laterBuild, BEN, Map.of("timestamp", s("2020-09-13T12:26:41.500000"))));
    later.remove("photo_id");
    later.put("id", s(laterBuild));
    later.put("user_id", s("2"));
    later.remove("likes");
    old.photo(laterBuild, later);
    old.file("photos/" + laterBuild + "_full.jpg", Pictures.photo(640, 480));

    old.photo(png, photo(png, ANN, Map.of("created_at", n(NOON / 1000 + 3))));
    BufferedImage image = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
    old.file("photos/" + png + "_full.jpg", Pictures.write(image, "png"));

    old.photo(withoutFile, photo(withoutFile, ANN, Map.of("created_at", n(NOON))));
    old.photo(noPicture, photo(noPicture, ANN, Map.of("created_at", n(NOON))));
    old.file("photos/" + noPicture + "_full.jpg", "not a picture".getBytes(StandardCharsets.UTF_8));
    old.photo(nobodys, photo(nobodys, 99, Map.of("created_at", n(NOON))));
    old.file("photos/" + nobodys + "_full.jpg", Pictures.photo(64, 48));
    old.file("profiles/1_full.jpg", Pictures.photo(300, 300));
    old.file("profiles/1_thumb.jpg", Pictures.photo(100, 100));
  }

  private static Map<String, AttributeValue> photo(
      String id, long owner, Map<String, AttributeValue> more) {
    Map<String, AttributeValue> photo = new HashMap<>();
    photo.put("photo_id", s(id));
    photo.put("user_id", n(owner));
    photo.put("username", s("user" + owner));
    photo.put("topic", s(" Old  Harbour "));
    photo.put("caption", s("seen before"));
    photo.put("full_key", s("photos/" + id + "_full.jpg"));
    photo.put("thumbnail_key", s("photos/" + id + "_thumb.jpg"));
    photo.put("likes", n(0));
    photo.putAll(more);
    return photo;
  }

  private void comments() {
    old.comment(usual, NOON + "#" + "c1", comment("c1", n(BEN), "created_at", n(NOON), "first"));
    old.comment(usual, NOON + "#" + "c2", comment("c2", n(CLEO), "created_at", n(NOON), "second"));
    Map<String, AttributeValue> later =
        new HashMap<>(comment("c3", s("2"), "timestamp", n(NOON / 1000 + 60), "third"));
    later.remove("comment_id");
    later.put("id", s("c3"));
    old.comment(usual, (NOON / 1000 + 60) + "#c3", later);
  }

  private static Map<String, AttributeValue> comment(
      String id, AttributeValue user, String spelling, AttributeValue time, String text) {
    return Map.of(
        "comment_id", s(id), "user_id", user, "username", s("x"), "text", s(text), spelling, time);
  }

  private void messages() {
    old.message(ANN, BEN, NOON, newId(), "one");
    old.message(BEN, ANN, NOON + 5, "aaaa", "two");
    old.message(BEN, ANN, NOON + 5, "bbbb", "three");
  }

  @Test
  void a_server_refuses_what_was_not_adopted_and_says_what_to_do() {
    assertThatThrownBy(() -> Served.on(old.settings))
        .hasRootCauseInstanceOf(StartRefused.class)
        .rootCause()
        .hasMessageContaining("bin/lumina adopt");
  }

  @Test
  void a_dry_run_counts_and_changes_nothing() {
    long items = old.items();
    CommandRun dryRun = CommandRun.of(old.settings, "adopt", "--dry-run");

    assertThat(dryRun.exitCode()).as(dryRun.said()).isZero();
    assertThat(dryRun.said())
        .contains("4  photos to adopt")
        .contains("1  photos left out: their owner does not exist")
        .contains("1  photos left out: their file is missing")
        .contains("3  messages")
        .contains("Nothing was changed.");
    assertThat(old.items()).isEqualTo(items);
    assertThat(old.number("SELECT count(*) FROM photos")).isEqualTo(-1);
  }

  @Test
  void people_find_everything_again_also_after_an_adoption_that_was_cut_off() {
    LuminaProcess cutOff = CommandProcess.start(old.settings, "adopt");
    while (old.number("SELECT count(*) FROM photos") < 1 && cutOff.runs()) {
      Thread.onSpinWait();
    }
    cutOff.kill();
    adopt();
    long items = old.items();
    CommandRun again = adopt();
    assertThat(again.said()).contains("3  photos that were adopted before");
    assertThat(old.items()).isEqualTo(items);

    try (Served lumina = Served.on(old.settings)) {
      Person nobody = lumina.stranger();
      Person ann = logIn(nobody, "ann");
      Person ben = logIn(nobody, "ben");
      Person cleo = logIn(nobody, "cleo");
      photosAreThere(ann, ben);
      likesGoOnFromTheOldCount(ben);
      commentsAreInOrder(ann);
      friendsAreFriends(ann, ben, cleo);
      messagesAreInOrder(ann, ben);
    }
  }

  private CommandRun adopt() {
    CommandRun adoption = CommandRun.of(old.settings, "adopt");
    assertThat(adoption.exitCode()).as(adoption.said()).isZero();
    assertThat(adoption.said()).contains("Adopted.");
    return adoption;
  }

  private static Person logIn(Person nobody, String name) {
    return nobody.signedIn(
        nobody
            .post("/api/auth/login", Map.of("username", name, "password", Person.PASSWORD))
            .expect(200));
  }

  private void photosAreThere(Person ann, Person ben) {
    assertThat(ben.get("/api/photos?scope=all").expect(200).all("photo_id"))
        .containsExactly(png, laterBuild, usual);
    assertThat(ben.get("/api/photos?topic=old%20harbour").all("topic"))
        .containsExactly("Old Harbour", "Old Harbour", "Old Harbour");
    assertThat(ben.get("/api/photos?q=seen").all("photo_id")).hasSize(3);
    for (String photo : List.of(usual, laterBuild, png)) {
      for (String size : List.of("thumb", "small", "medium", "large", "full")) {
        ben.get("/api/photos/" + photo + "/image/" + size).expect(200);
      }
    }
    assertThat(ann.get("/api/photos/" + png).json().get("format").asString()).isEqualTo("png");
    assertThat(ann.get("/api/photos/" + laterBuild).json().get("created_at").asLong())
        .isEqualTo(NOON + 1500);
    ben.get("/api/users/%d/profile-picture/thumb".formatted(ANN)).expect(200);
    ann.get("/api/photos/" + withoutFile).expectProblem(404, "not_found");
  }

  private void likesGoOnFromTheOldCount(Person ben) {
    String like = "/api/photos/" + usual + "/like";
    assertThat(ben.put(like).expect(200).json().get("likes").asInt()).isEqualTo(8);
    assertThat(ben.delete(like).expect(200).json().get("likes").asInt()).isEqualTo(7);
  }

  private void commentsAreInOrder(Person ann) {
    String comments = "/api/photos/" + usual + "/comments";
    assertThat(ann.get(comments).expect(200).all("text"))
        .containsExactly("first", "second", "third");
    assertThat(ann.get(comments + "?limit=1").next()).isNotNull();
    assertThat(ann.get("/api/photos/" + usual).json().get("comment_count").asInt()).isEqualTo(3);
    ann.delete(comments + "/c3").expect(204);
    assertThat(ann.get(comments).all("text")).containsExactly("first", "second");
  }

  private void friendsAreFriends(Person ann, Person ben, Person cleo) {
    assertThat(ann.get("/api/friends").all("username")).containsExactly("ben");
    assertThat(ben.get("/api/friends").all("username")).containsExactly("ann");
    assertThat(ben.get("/api/friends/requests").all("requester_username")).containsExactly("cleo");
    assertThat(cleo.get("/api/friends").all("username")).isEmpty();
  }

  private void messagesAreInOrder(Person ann, Person ben) {
    assertThat(ann.get("/api/messages?user_id=" + BEN).expect(200).all("text"))
        .containsExactly("one", "two", "three");
    ben.post("/api/messages", Map.of("to_user_id", ANN, "text", "four")).expect(201);
    assertThat(ann.get("/api/messages?limit=2&user_id=" + BEN).all("text"))
        .containsExactly("one", "two");
    assertThat(ann.get("/api/conversations").json().get(0).get("unread").asInt()).isEqualTo(1);
  }
}
