package lumina.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import lumina.Answer;
import lumina.Person;
import lumina.ServerTest;
import lumina.share.Shares.Link;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// What guests write and like behind a link.
@ServerTest
class GuestTest {
  @LocalServerPort private int port;
  private Person ann = Person.stranger(0);
  private Person visitor = Person.stranger(0);
  private String photo = "";
  private Link link = new Link("", "");

  @BeforeEach
  void share() {
    ann = Person.signUp(port);
    visitor = Person.stranger(port);
    photo = ann.uploadPhoto("audience", "private");
    link = Shares.of(ann, List.of(photo));
  }

  private String comments() {
    return link.photo(photo) + "/comments";
  }

  private Answer say(Person guest, String text) {
    return guest.post(comments(), Map.of("text", text, "name", "Grandma")).expect(201);
  }

  private static String id(Answer comment) {
    return comment.json().get("comment_id").asString();
  }

  @Test
  void a_guest_writes_under_a_name_and_is_known_again() {
    visitor.post(comments(), Map.of("text", "hello")).expectProblem(400, "name_needed");
    Answer first = say(visitor, "So big already!");
    assertThat(first.header("Set-Cookie")).contains("HttpOnly", "SameSite=Lax", "Path=/");
    Person grandma = Shares.known(visitor, first);
    grandma.post(comments(), Map.of("text", "Lovely")).expect(201);
    assertThat(grandma.get(link.api()).expect(200).json().get("my_name").asString())
        .isEqualTo("Grandma");
    JsonNode told = grandma.get(comments()).expect(200).json();
    assertThat(told.findValuesAsString("text")).containsExactly("So big already!", "Lovely");
    assertThat(told.get(0).get("mine").asBoolean()).isTrue();
    assertThat(told.get(0).get("guest").asBoolean()).isTrue();
    assertThat(visitor.get(comments()).json().get(0).get("mine").asBoolean()).isFalse();
  }

  @Test
  void the_owner_sees_who_wrote_and_liked_and_that_it_is_no_account() {
    Person grandma = Shares.known(visitor, say(visitor, "Lovely"));
    grandma.put(link.photo(photo) + "/like").expect(200);
    JsonNode comment = ann.get("/api/photos/" + photo + "/comments").expect(200).json().get(0);
    assertThat(comment.get("username").asString()).isEqualTo("Grandma");
    assertThat(comment.get("guest").asBoolean()).isTrue();
    JsonNode liker = ann.get("/api/photos/" + photo + "/likes").expect(200).json().get(0);
    assertThat(liker.get("username").asString()).isEqualTo("Grandma");
    assertThat(liker.get("guest").asBoolean()).isTrue();
    JsonNode seen = ann.get("/api/photos/" + photo).expect(200).json();
    assertThat(seen.get("comment_count").asLong()).isEqualTo(1);
    assertThat(seen.get("likes").asLong()).isEqualTo(1);
    assertThat(seen.get("latest_comment").get("guest").asBoolean()).isTrue();
    JsonNode told = ann.get("/api/notifications").expect(200).json();
    assertThat(told.findValuesAsString("kind")).contains("photo_commented", "photo_liked");
    assertThat(told.get(0).get("actors").get(0).get("username").asString()).isEqualTo("Grandma");
    assertThat(told.get(0).get("actors").get(0).get("guest").asBoolean()).isTrue();
  }

  @Test
  void a_like_of_a_guest_counts_once_and_can_be_taken_back() {
    Answer first = visitor.put(link.photo(photo) + "/like").expect(200);
    assertThat(first.json().get("likes").asLong()).isEqualTo(1);
    Person guest = Shares.known(visitor, first);
    assertThat(guest.put(link.photo(photo) + "/like").json().get("likes").asLong()).isEqualTo(1);
    assertThat(guest.get(link.photo(photo)).json().get("liked").asBoolean()).isTrue();
    assertThat(guest.post(link.photo(photo) + "/like").json().get("liked").asBoolean()).isFalse();
    guest.delete(link.photo(photo) + "/like").expect(200);
    assertThat(guest.get(link.photo(photo)).json().get("likes").asLong()).isZero();
  }

  @Test
  void guests_delete_their_own_comments_and_the_owner_deletes_any() {
    Answer first = say(visitor, "mine");
    Person grandma = Shares.known(visitor, first);
    String second = id(say(visitor, "of another guest"));
    grandma.delete(comments() + "/" + second).expectProblem(403, "not_yours");
    visitor.delete(comments() + "/" + second).expectProblem(403, "not_yours");
    grandma.delete(comments() + "/" + id(first)).expect(204);
    ann.delete("/api/photos/" + photo + "/comments/" + second).expect(204);
    assertThat(ann.get("/api/photos/" + photo).json().get("comment_count").asLong()).isZero();
  }

  @Test
  void a_cookie_of_one_link_is_worth_nothing_at_another() {
    Link other = Shares.of(ann, List.of(photo));
    Answer said = say(visitor, "here");
    Person grandma = Shares.known(visitor, said);
    assertThat(grandma.get(other.api()).expect(200).json().get("my_name").isNull()).isTrue();
    String cookie = String.valueOf(grandma.cookie()).replace(link.id(), other.id());
    Person forged = new Person(visitor.server(), "", 0, cookie);
    assertThat(forged.get(other.api()).expect(200).json().get("my_name").isNull()).isTrue();
    forged.delete(other.photo(photo) + "/comments/" + id(said)).expectProblem(403, "not_yours");
  }

  @Test
  void the_same_client_id_makes_no_second_comment() {
    Person grandma = Shares.known(visitor, say(visitor, "first"));
    Map<String, String> again = Map.of("text", "once", "client_id", "c1");
    String once = id(grandma.post(comments(), again).expect(201));
    assertThat(id(grandma.post(comments(), again).expect(201))).isEqualTo(once);
  }

  @Test
  void somebody_with_an_account_writes_under_their_own_name() {
    Person bob = Person.signUp(port);
    JsonNode said = bob.post(comments(), Map.of("text", "hi")).expect(201).json();
    assertThat(said.get("username").asString()).isEqualTo(bob.name());
    assertThat(said.get("guest").asBoolean()).isFalse();
    bob.get("/api/photos/" + photo).expectProblem(404, "not_found");
    ann.put("/api/blocks/" + bob.id()).expect(204);
    bob.get(link.api()).expectProblem(404, "not_found");
    bob.get(link.photo(photo)).expectProblem(404, "not_found");
  }

  @Test
  void what_guests_wrote_stays_when_the_link_ends() {
    say(visitor, "Lovely");
    ann.delete(link.own()).expect(204);
    JsonNode comment = ann.get("/api/photos/" + photo + "/comments").expect(200).json().get(0);
    assertThat(comment.get("username").asString()).isEqualTo("Grandma");
  }

  @Test
  void a_guest_takes_back_their_words_also_after_a_log_in_and_from_a_link_without_comments() {
    Answer first = say(visitor, "one");
    Person grandma = Shares.known(visitor, first);
    String second = id(say(grandma, "two"));
    grandma.put(link.photo(photo) + "/like").expect(200);
    Person bob = Person.signUp(port);
    String cookies = grandma.cookie() + "; " + bob.cookie();
    Person both = new Person(bob.server(), bob.name(), bob.id(), cookies);
    assertThat(both.get(comments()).json().get(0).get("mine").asBoolean()).isTrue();
    both.delete(comments() + "/" + id(first)).expect(204);
    ann.patch(link.own(), Map.of("comments", false, "likes", false)).expect(200);
    grandma.get(comments()).expectProblem(404, "no_comments");
    grandma.delete(comments() + "/" + second).expect(204);
    grandma.delete(link.photo(photo) + "/like").expect(200);
    JsonNode seen = ann.get("/api/photos/" + photo).json();
    assertThat(seen.get("comment_count").asLong()).isZero();
    assertThat(seen.get("likes").asLong()).isZero();
  }

  @Test
  void who_signs_up_keeps_what_they_wrote_and_liked() {
    String friends = ann.uploadPhoto("audience", "public");
    link = Shares.of(ann, List.of(photo, friends));
    photo = friends;
    Person grandma = Shares.known(visitor, say(visitor, "Lovely"));
    grandma.put(link.photo(photo) + "/like").expect(200);
    Person signedUp = grandma.signUp();
    await()
        .untilAsserted(
            () -> {
              JsonNode said = ann.get("/api/photos/" + photo + "/comments").json().get(0);
              assertThat(said.get("user_id").asLong()).isEqualTo(signedUp.id());
              assertThat(said.get("username").asString()).isEqualTo(signedUp.name());
              assertThat(signedUp.get("/api/photos/" + photo).json().get("liked").asBoolean())
                  .isTrue();
            });
    JsonNode seen = ann.get("/api/photos/" + photo).json();
    assertThat(seen.get("likes").asLong()).isEqualTo(1);
    assertThat(seen.get("latest_comment").get("user_id").asLong()).isEqualTo(signedUp.id());
    assertThat(grandma.get(link.api()).json().get("my_name").isNull()).isTrue();
  }

  @Test
  void whoever_liked_as_a_guest_and_as_a_person_counts_once_after_the_log_in() {
    String open = ann.uploadPhoto("audience", "public");
    link = Shares.of(ann, List.of(photo, open));
    Person bob = Person.signUp(port);
    String likes = "/api/photos/" + open + "/likes";
    bob.put("/api/photos/" + open + "/like").expect(200);
    Person guest = Shares.known(visitor, visitor.put(link.photo(open) + "/like").expect(200));
    guest.put(link.photo(photo) + "/like").expect(200);
    assertThat(ann.get(likes).expect(200).json()).hasSize(2);
    Answer loggedIn =
        guest.post("/api/auth/login", Map.of("username", bob.name(), "password", Person.PASSWORD));
    Person back = guest.signedIn(loggedIn.expect(200));
    Person both =
        new Person(back.server(), bob.name(), bob.id(), guest.cookie() + "; " + back.cookie());
    await()
        .untilAsserted(
            () -> {
              assertThat(ann.get(likes).json().findValuesAsString("username"))
                  .containsExactly(bob.name());
              assertThat(both.get(link.photo(photo)).json().get("liked").asBoolean()).isTrue();
            });
    assertThat(ann.get("/api/photos/" + open).json().get("likes").asLong()).isEqualTo(1);
    assertThat(namesInNotifications()).containsOnly(bob.name());
    both.delete(link.photo(open) + "/like").expect(200);
    both.delete(link.photo(photo) + "/like").expect(200);
    assertThat(ann.get(likes).expect(200).json()).isEmpty();
    assertThat(ann.get("/api/photos/" + photo).json().get("likes").asLong()).isZero();
    assertThat(namesInNotifications()).isEmpty();
  }

  private List<String> namesInNotifications() {
    return ann.get("/api/notifications")
        .expect(200)
        .json()
        .valueStream()
        .flatMap(it -> it.get("actors").valueStream())
        .map(actor -> actor.get("username").asString())
        .toList();
  }

  @Test
  void a_comment_keeps_the_name_under_which_a_guest_wrote_it() {
    Person grandma = Shares.known(visitor, say(visitor, "one"));
    String other = ann.uploadPhoto("audience", "private");
    ann.patch(link.own(), Map.of("photo_ids", List.of(photo, other))).expect(200);
    String elsewhere = link.photo(other) + "/comments";
    for (String name : List.of("Grandma Ida", "Ida")) {
      grandma.post(elsewhere, Map.of("text", "as " + name, "name", name)).expect(201);
    }
    assertThat(grandma.get(elsewhere).json().findValuesAsString("username"))
        .containsExactly("Grandma Ida", "Ida");
    assertThat(grandma.get(comments()).json().findValuesAsString("username"))
        .containsExactly("Grandma");
    JsonNode seen = ann.get("/api/photos/" + photo).expect(200).json();
    assertThat(seen.at("/latest_comment/username").asString()).isEqualTo("Grandma");
    assertThat(grandma.get(link.api()).json().get("my_name").asString()).isEqualTo("Ida");
    Map<String, String> reply =
        Map.of("text", "to you", "reply_to", id(grandma.get(comments()), 0));
    JsonNode quoted = grandma.post(comments(), reply).expect(201).json();
    assertThat(quoted.at("/reply_to/username").asString()).isEqualTo("Grandma");
  }

  private static String id(Answer list, int index) {
    return list.json().get(index).get("comment_id").asString();
  }
}
