package lumina.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lumina.Answer;
import lumina.Person;
import lumina.ServerTest;
import lumina.album.Albums;
import lumina.live.Listener;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// Who is notified of what. Ann and Bob are friends, Cem is a stranger to both.
@ServerTest
class NotificationRulesTest {
  private static final String NOTIFICATIONS = "/api/notifications";

  @LocalServerPort private int port;
  private Person ann = Person.stranger(0);
  private Person bob = Person.stranger(0);
  private Person cem = Person.stranger(0);
  private String photo = "";
  private String comments = "";
  private String byBob = "";
  private String album = "";

  @BeforeEach
  void meet() {
    ann = Person.signUp(port);
    bob = Person.signUp(port);
    cem = Person.signUp(port);
    ann.befriend(bob);
    photo = "/api/photos/" + ann.uploadPhoto("audience", "friends");
    comments = photo + "/comments";
    byBob = say(bob, "hi").expect(201).json().get("comment_id").asString();
    album = Albums.make(ann, "audience", "members", "contribute", "members");
    for (Person person : List.of(ann, bob, cem)) {
      person.post(NOTIFICATIONS + "/read").expect(204);
    }
  }

  private Answer say(Person who, String text, String... more) {
    return who.post(
        comments, more.length == 0 ? Map.of("text", text) : Map.of("text", text, more[0], more[1]));
  }

  private List<String> news(Person person) {
    return person
        .get(NOTIFICATIONS)
        .expect(200)
        .json()
        .valueStream()
        .filter(it -> !it.get("read").asBoolean())
        .map(it -> it.get("kind").asString())
        .toList();
  }

  private static long unread(Person person) {
    return person.get(NOTIFICATIONS + "/unread").expect(200).json().get("unread").asLong();
  }

  private Answer done(String deed) {
    return switch (deed) {
      case "Bob likes" -> bob.put(photo + "/like");
      case "Ann likes her own" -> ann.put(photo + "/like");
      case "Bob comments" -> say(bob, "again");
      case "Ann comments on her own" -> say(ann, "thanks");
      case "Ann answers Bob" -> say(ann, "thanks", "reply_to", byBob);
      case "Bob answers himself" -> say(bob, "me again", "reply_to", byBob);
      case "Bob names Ann" -> say(bob, "look, @" + ann.name());
      case "Bob names himself" -> say(bob, "@" + bob.name());
      case "Bob names Cem where Cem may not look" -> say(bob, "@" + cem.name());
      case "Ann names Bob" -> say(ann, "@%s, @%s!".formatted(bob.name(), bob.name()));
      case "Ann answers Bob and names him" -> say(ann, "yes @" + bob.name(), "reply_to", byBob);
      case "Ann names all in a caption" ->
          ann.patch(photo, Map.of("caption", "@%s @%s".formatted(bob.name(), cem.name())));
      case "Cem asks Ann" -> cem.post("/api/friends/request", Map.of("user_id", ann.id()));
      case "Ann takes Bob into an album" -> Albums.join(ann, album, bob);
      case "Bob writes to Ann" ->
          bob.post("/api/messages", Map.of("to_user_id", ann.id(), "text", "hi"));
      case "Ann changes a topic" -> ann.patch(photo, Map.of("topic", "Sea"));
      case "Ann ends the friendship" -> ann.delete("/api/friends/" + bob.id());
      default -> throw new IllegalArgumentException(deed);
    };
  }

  /// What happens, in this order, and who is notified of it: Ann, Bob, Cem.
  private static final String STORY =
      """
      Bob likes                              | photo_liked     |               |
      Ann likes her own                      |                 |               |
      Bob comments                           | photo_commented |               |
      Ann comments on her own                |                 |               |
      Ann answers Bob                        |                 | comment_reply |
      Bob answers himself                    | photo_commented |               |
      Bob names Ann                          | photo_commented |               |
      Bob names himself                      | photo_commented |               |
      Bob names Cem where Cem may not look   | photo_commented |               |
      Ann names all in a caption             |                 | mention       |
      Ann names Bob                          |                 | mention       |
      Ann answers Bob and names him          |                 | comment_reply |
      Cem asks Ann                           | friend_request  |               |
      Ann takes Bob into an album            |                 | album_member  |
      Bob writes to Ann                      |                 |               |
      Ann changes a topic                    |                 |               |
      Ann ends the friendship                |                 |               |
      """;

  @Test
  void each_deed_notifies_those_whom_it_concerns_once() {
    SoftAssertions all = new SoftAssertions();
    for (String line : STORY.lines().toList()) {
      String[] row = Stream.of(line.split("\\|", -1)).map(String::strip).toArray(String[]::new);
      assertThat(done(row[0]).status()).as(row[0]).isBetween(200, 204);
      List<Person> people = List.of(ann, bob, cem);
      for (int i = 0; i < people.size(); i++) {
        Person person = people.get(i);
        List<String> kinds = row[i + 1].isEmpty() ? List.of() : List.of(row[i + 1]);
        all.assertThat(news(person)).as("%s: %d", row[0], i).isEqualTo(kinds);
        all.assertThat(unread(person)).as("%s: %d unread", row[0], i).isEqualTo(kinds.size());
        person.post(NOTIFICATIONS + "/read").expect(204);
      }
    }
    all.assertAll();
  }

  @Test
  void what_is_read_stays_listed_and_is_unread_again_when_more_happens() {
    bob.put(photo + "/like").expect(200);
    JsonNode fresh = ann.get(NOTIFICATIONS).expect(200).json().get(0);
    assertThat(fresh.get("read").asBoolean()).isFalse();
    assertThat(fresh.get("actors").get(0).get("username").asString()).isEqualTo(bob.name());
    assertThat(fresh.get("thumbnail_url").asString()).contains(photo + "/image/thumb");
    assertThat(fresh.get("created_at").asLong()).isPositive();
    ann.post(NOTIFICATIONS + "/read").expect(204);
    ann.post(NOTIFICATIONS + "/read").expect(204);
    JsonNode read = ann.get(NOTIFICATIONS).expect(200).json().get(0);
    assertThat(read.get("read").asBoolean()).isTrue();
    assertThat(read.get("id")).isEqualTo(fresh.get("id"));
    cem.befriend(ann);
    cem.put(photo + "/like").expect(200);
    JsonNode more = ann.get(NOTIFICATIONS).expect(200).json().get(0);
    assertThat(more.get("read").asBoolean()).isFalse();
    assertThat(more.get("count").asInt()).isEqualTo(2);
    assertThat(more.get("actors").get(0).get("username").asString()).isEqualTo(cem.name());
  }

  @Test
  void notifications_come_in_pages_newest_first() {
    bob.put(photo + "/like").expect(200);
    cem.post("/api/friends/request", Map.of("user_id", ann.id())).expect(201);
    say(bob, "more").expect(201);
    List<String> all = ann.get(NOTIFICATIONS).expect(200).all("id");
    assertThat(all).hasSize(4);
    for (int limit = 1; limit <= 5; limit++) {
      assertThat(Albums.all(ann, NOTIFICATIONS + "?limit=" + limit, "id")).isEqualTo(all);
    }
    bob.get(String.valueOf(ann.get(NOTIFICATIONS + "?limit=1").next()))
        .expectProblem(400, "invalid_cursor");
  }

  @Test
  void an_open_page_is_told_the_number_when_one_comes_is_read_and_is_taken_back() {
    try (Listener open = Listener.of(ann)) {
      bob.put(photo + "/like").expect(200);
      assertThat(number(open)).isEqualTo(1);
      ann.post(NOTIFICATIONS + "/read").expect(204);
      assertThat(number(open)).isZero();
      cem.post("/api/friends/request", Map.of("user_id", ann.id())).expect(201);
      assertThat(number(open)).isEqualTo(1);
      cem.delete(
              "/api/friends/requests/" + ann.get("/api/friends/requests").json().get(0).get("id"))
          .expect(204);
      assertThat(number(open)).isZero();
    }
  }

  private static long number(Listener socket) {
    JsonNode event = socket.next("notification");
    assertThat(event.has("id")).as("about the moment").isFalse();
    return event.at("/data/unread").asLong();
  }

  @Test
  void a_photo_that_is_hidden_from_somebody_leaves_their_notifications_until_it_is_shown() {
    say(ann, "for @" + bob.name()).expect(201);
    assertThat(news(bob)).containsExactly("mention");
    ann.patch(photo, Map.of("audience", "private")).expect(200);
    assertThat(news(bob)).isEmpty();
    assertThat(unread(bob)).isZero();
    ann.patch(photo, Map.of("audience", "friends")).expect(200);
    assertThat(news(bob)).containsExactly("mention");
    ann.post(photo + "/trash").expect(200);
    assertThat(unread(bob)).isZero();
    ann.post(photo + "/restore").expect(200);
    assertThat(unread(bob)).isEqualTo(1);
    bob.delete("/api/friends/" + ann.id()).expect(204);
    assertThat(news(bob)).isEmpty();
  }

  @Test
  void whoever_leaves_is_in_no_notification_any_more() {
    cem.befriend(ann);
    ann.post(NOTIFICATIONS + "/read").expect(204);
    for (Person person : List.of(bob, cem)) {
      person.put(photo + "/like").expect(200);
    }
    say(cem, "farewell").expect(201);
    cem.json("DELETE", "/api/account", "{\"password\":\"%s\"}".formatted(Person.PASSWORD))
        .expect(204);
    JsonNode left = ann.get(NOTIFICATIONS).expect(200).json();
    assertThat(left.toString()).doesNotContain(cem.name(), "farewell").contains(bob.name());
    assertThat(news(ann)).containsExactly("photo_liked");
    assertThat(left.get(0).get("count").asInt()).isEqualTo(1);
  }
}
