package lumina.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lumina.Answer;
import lumina.Form;
import lumina.Person;
import lumina.ServerTest;
import lumina.media.Pictures;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// The table of docs/live.md: who is told what of each deed. Ann and Bob are friends, Cem is a
/// stranger to both.
@ServerTest
class ToWhomTest {
  @LocalServerPort private int port;
  private Person ann = Person.stranger(0);
  private Person bob = Person.stranger(0);
  private Person cem = Person.stranger(0);
  private String photo = "";
  private String comment = "";
  private String message = "";
  private String other = "";
  private long request;

  @BeforeEach
  void meet() {
    ann = Person.signUp(port);
    bob = Person.signUp(port);
    cem = Person.signUp(port);
    ann.befriend(bob);
    photo = "/api/photos/" + ann.uploadPhoto();
    comment = id(bob.post(photo + "/comments", Map.of("text", "hi")), "comment_id");
    message = id(write(bob, "hi"), "message_id");
  }

  private Answer ask() {
    Answer asked = cem.post("/api/friends/request", Map.of("user_id", ann.id()));
    request = asked.expect(201).json().get("id").asLong();
    return asked;
  }

  private Answer comment(Person who) {
    Answer said = who.post(photo + "/comments", Map.of("text", "me too"));
    other = id(said, "comment_id");
    return said;
  }

  private static String id(Answer made, String field) {
    return made.expect(201).json().get(field).asString();
  }

  private Answer write(Person from, String text) {
    long to = from.equals(ann) ? bob.id() : ann.id();
    return from.post("/api/messages", Map.of("to_user_id", to, "text", text));
  }

  private Answer answer(boolean accept) {
    return ann.post("/api/friends/respond", Map.of("request_id", request, "accept", accept));
  }

  private Answer react(Person person, String path) {
    return person.json("PUT", path, "{\"reaction\":\"🔥\"}");
  }

  private Answer show(String audience) {
    return ann.patch(photo, Map.of("audience", audience));
  }

  private Answer done(String deed) {
    String said = "/api/messages/" + message;
    return switch (deed) {
      case "Bob writes to Ann" -> write(bob, "again");
      case "Bob reacts to a message" -> react(bob, said + "/reaction");
      case "Ann reacts to a message" -> react(ann, said + "/reaction");
      case "Bob takes his message back" -> bob.delete(said);
      case "Ann reads" -> ann.post("/api/messages/read", Map.of("user_id", bob.id()));
      case "Bob asks Cem" -> bob.post("/api/friends/request", Map.of("user_id", cem.id()));
      case "Cem asks Ann" -> ask();
      case "Cem withdraws" -> cem.delete("/api/friends/requests/" + request);
      case "Ann declines" -> answer(false);
      case "Ann accepts" -> answer(true);
      case "Ann asks Cem back" -> ann.post("/api/friends/request", Map.of("user_id", cem.id()));
      case "Bob likes" -> bob.put(photo + "/like");
      case "Bob takes his like back" -> bob.delete(photo + "/like");
      case "Ann likes her own" -> ann.put(photo + "/like");
      case "Cem likes with an emoji" -> react(cem, photo + "/like");
      case "Cem comments" -> comment(cem);
      case "Ann comments" -> comment(ann);
      case "Bob deletes his comment" -> bob.delete(photo + "/comments/" + comment);
      case "Ann deletes the other" -> ann.delete(photo + "/comments/" + other);
      case "Ann shows it to friends" -> show("friends");
      case "Ann shows it to nobody" -> show("private");
      case "Ann shows it to all" -> show("public");
      case "Ann trashes it" -> ann.post(photo + "/trash");
      case "Ann says what is on it" -> ann.patch(photo, Map.of("caption", "Sea", "topic", "Sea"));
      case "Cem ends the friendship" -> cem.delete("/api/friends/" + ann.id());
      case "Bob blocks Ann" -> bob.put("/api/blocks/" + ann.id());
      case "Ann blocks Cem" -> ann.put("/api/blocks/" + cem.id());
      case "Bob looks around" -> bob.get(photo);
      case "Ann posts for all" -> ann.upload(picture("public"));
      case "Ann posts for friends" -> ann.upload(picture("friends"));
      case "Ann posts for nobody" -> ann.upload(picture("private"));
      default -> throw new IllegalArgumentException(deed);
    };
  }

  private static Form picture(String audience) {
    return new Form().field("audience", audience).file("x.jpg", Pictures.photo(40, 30));
  }

  /// What happens, in this order, and who is told what of it: Ann, Bob, Cem.
  private static final String STORY =
      """
      Bob writes to Ann            | message                | message          |
      Bob reacts to a message      | message_reaction       | message_reaction |
      Ann reacts to a message      | message_reaction       | message_reaction |
      Ann reads                    | message_read           | message_read     |
      Ann reads                    |                        |                  |
      Bob takes his message back   | message_deleted        | message_deleted  |
      Bob asks Cem                 |                        |                  | friend_request
      Cem asks Ann                 | friend_request         |                  |
      Cem withdraws                | friend_request_removed |                  | friend_request_removed
      Cem asks Ann                 | friend_request         |                  |
      Ann declines                 | friend_request_removed |                  | friend_request_removed
      Cem asks Ann                 | friend_request         |                  |
      Ann accepts                  | friend_accepted        |                  | friend_accepted
      Cem ends the friendship      | photo_removed          |                  | photo_removed
      Cem asks Ann                 | friend_request         |                  |
      Ann asks Cem back            | friend_accepted        |                  | friend_accepted
      Cem ends the friendship      | photo_removed          |                  | photo_removed
      Bob likes                    | photo_liked            |                  |
      Bob likes                    |                        |                  |
      Ann likes her own            | photo_liked            |                  |
      Cem likes with an emoji      | photo_liked            |                  |
      Bob takes his like back      | photo_liked            |                  |
      Cem comments                 | photo_commented        |                  |
      Ann comments                 | photo_commented        |                  |
      Bob deletes his comment      | comment_removed        |                  |
      Ann deletes the other        | comment_removed        |                  |
      Ann says what is on it       |                        |                  |
      Bob looks around             |                        |                  |
      Ann shows it to friends      | photo_changed          | photo_changed    | photo_removed
      Ann shows it to nobody       | photo_changed          | photo_removed    |
      Ann shows it to friends      | photo_posted           | photo_posted     |
      Ann shows it to all          | photo_posted           | photo_posted     |
      Ann trashes it               | photo_removed          | photo_removed    | photo_removed
      Ann posts for all            | photo_posted           | photo_posted     |
      Ann posts for friends        | photo_posted           | photo_posted     |
      Ann posts for nobody         | photo_posted           |                  |
      Ann blocks Cem               | photo_removed          |                  | photo_removed
      Bob blocks Ann               | photo_removed          | photo_removed    |
      """;

  @Test
  void each_deed_is_told_to_those_whom_it_concerns() {
    Map<Person, Told> told = new HashMap<>();
    SoftAssertions all = new SoftAssertions();
    for (String line : STORY.lines().toList()) {
      String[] row = Stream.of(line.split("\\|", -1)).map(String::strip).toArray(String[]::new);
      for (Person person : List.of(ann, bob, cem)) {
        told.put(person, Told.fromNow(person));
      }
      assertThat(done(row[0]).status()).as(row[0]).isBetween(200, 204);
      all.assertThat(about(told.get(ann))).as(row[0] + ": Ann").isEqualTo(types(row[1]));
      all.assertThat(about(told.get(bob))).as(row[0] + ": Bob").isEqualTo(types(row[2]));
      all.assertThat(about(told.get(cem))).as(row[0] + ": Cem").isEqualTo(types(row[3]));
    }
    all.assertAll();
  }

  private static List<String> types(String expected) {
    return expected.isEmpty() ? List.of() : List.of(expected);
  }

  /// What everybody is told may be about photos of other tests.
  private List<String> about(Told told) {
    String photoId = photo.substring(photo.lastIndexOf('/') + 1);
    List<Long> people = List.of(ann.id(), bob.id(), cem.id());
    return told.all()
        .filter(
            event ->
                !Told.TO_EVERYBODY.contains(event.get("type").asString())
                    || Told.isAbout(photoId, event)
                    || people.contains(event.at("/data/user_id").asLong(0)))
        .map(event -> event.get("type").asString())
        .toList();
  }

  @Test
  void what_is_told_of_people_names_them() {
    Told told = Told.fromNow(ann);
    Told asker = Told.fromNow(cem);
    ask();
    answer(true).expect(200);
    bob.put(photo + "/like").expect(200);
    ann.delete("/api/friends/" + bob.id()).expect(204);
    JsonNode accepted = told.events().getFirst().get("data");
    assertThat(accepted.get("user_id").asLong()).isEqualTo(cem.id());
    assertThat(accepted.get("username").asString()).isEqualTo(cem.name());
    JsonNode toAsker = asker.events().getFirst().get("data");
    assertThat(toAsker.get("user_id").asLong()).isEqualTo(ann.id());
    assertThat(toAsker.get("username").asString()).isEqualTo(ann.name());
    JsonNode liked = told.events().getLast().get("data");
    assertThat(liked.get("username").asString()).isEqualTo(bob.name());
    assertThat(liked.at("/reactions/0/reaction").asString()).isEqualTo("❤️");
    JsonNode dropped =
        told.all()
            .map(event -> event.get("data"))
            .filter(data -> data.path("user_id").asLong(0) == bob.id())
            .toList()
            .getLast();
    assertThat(dropped.get("audience").asString()).isEqualTo("friends");
  }

  @Test
  void the_number_to_begin_with_is_that_of_the_newest_event() {
    JsonNode begin = ann.get("/api/events").expect(200).json();
    assertThat(begin.get("events")).isEmpty();
    write(bob, "one").expect(201);
    write(bob, "two").expect(201);
    long newest = begin.get("last_id").asLong();
    assertThat(oneByOne(newest)).containsExactly("one", "two");
    String after = "/api/events?after=" + newest;
    ann.get(after + "&limit=0").expectProblem(400, "invalid_limit");
    ann.get("/api/events?after=yesterday").expectProblem(400, "invalid_field");
  }

  /// The texts of the events after this one, read one a page; those of everybody have none.
  private List<String> oneByOne(long after) {
    List<String> texts = new ArrayList<>();
    JsonNode page = ann.get("/api/events?limit=1&after=" + after).expect(200).json();
    while (!page.get("events").isEmpty()) {
      assertThat(page.get("events")).hasSize(1);
      assertThat(page.get("last_id")).isEqualTo(page.at("/events/0/id"));
      texts.add(page.at("/events/0/data/text").asString(""));
      page = ann.get("/api/events?limit=1&after=" + page.get("last_id").asLong()).json();
    }
    texts.removeIf(String::isEmpty);
    return texts;
  }
}
