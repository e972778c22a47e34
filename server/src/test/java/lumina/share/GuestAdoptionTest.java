package lumina.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import lumina.Answer;
import lumina.Person;
import lumina.ServerTest;
import lumina.job.JobQueue;
import lumina.share.Shares.Link;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// A guest who signs up or logs in is that person at once, in everything that they did before.
@ServerTest
class GuestAdoptionTest {
  private static final int COMMENTS = 5;

  @LocalServerPort private int port;
  @Autowired private JobQueue queue;
  @Autowired private GuestAdoption adoption;
  private Person ann = Person.stranger(0);
  private Person guest = Person.stranger(0);
  private String photo = "";
  private String like = "";
  private Link link = new Link("", "");

  @BeforeEach
  void likeAsGuest() {
    ann = Person.signUp(port);
    photo = ann.uploadPhoto("audience", "private");
    link = Shares.of(ann, List.of(photo));
    like = link.photo(photo) + "/like";
    Person visitor = Person.stranger(port);
    guest = Shares.known(visitor, visitor.put(like).expect(200));
  }

  @Test
  void who_signs_up_has_their_likes_and_comments_with_the_answer() {
    String comments = link.photo(photo) + "/comments";
    for (int i = 0; i < COMMENTS; i++) {
      guest.post(comments, Map.of("text", "word " + i, "name", "Grandma")).expect(201);
    }
    Person grandma = guest.signUp();
    JsonNode seen = grandma.get(link.photo(photo)).expect(200).json();
    JsonNode said = grandma.get(comments).expect(200).json();
    assertThat(seen.get("liked").asBoolean()).isTrue();
    assertThat(said.findValuesAsString("mine")).hasSize(COMMENTS).containsOnly("true");
    assertThat(said.findValuesAsString("username")).containsOnly(grandma.name());
    assertThat(grandma.put(like).expect(200).json().get("likes").asLong()).isEqualTo(1);
    assertThat(grandma.post(like).expect(200).json().get("liked").asBoolean()).isFalse();
    assertThat(grandma.get(link.photo(photo)).json().get("likes").asLong()).isZero();
  }

  @Test
  void a_log_in_makes_the_likes_of_a_guest_those_of_the_person_with_the_answer() {
    Person bob = Person.signUp(port);
    Answer loggedIn =
        guest.post("/api/auth/login", Map.of("username", bob.name(), "password", Person.PASSWORD));
    loggedIn.expect(200);
    assertThat(bob.get(link.photo(photo)).json().get("liked").asBoolean()).isTrue();
    assertThat(likers()).containsExactly(bob.name());
  }

  @Test
  void a_like_that_is_taken_back_does_not_come_back_with_the_job() {
    Person bob = Person.signUp(port);
    String due = becoming(bob);
    JsonNode unliked = bob.delete(like).expect(200).json();
    assertThat(unliked.get("liked").asBoolean()).isFalse();
    assertThat(unliked.get("likes").asLong()).isZero();
    adoption.run(due);
    JsonNode seen = bob.get(link.photo(photo)).json();
    assertThat(seen.get("liked").asBoolean()).isFalse();
    assertThat(seen.get("likes").asLong()).isZero();
    assertThat(likers()).isEmpty();
  }

  @Test
  void one_person_has_one_heart_before_the_job_has_run() {
    Person bob = Person.signUp(port);
    String due = becoming(bob);
    assertThat(bob.put(like).expect(200).json().get("likes").asLong()).isEqualTo(1);
    assertThat(bob.post(like).expect(200).json().get("liked").asBoolean()).isFalse();
    assertThat(bob.json("PUT", like, "{\"reaction\":\"🔥\"}").json().get("likes").asLong())
        .isEqualTo(1);
    adoption.run(due);
    assertThat(likers()).containsExactly(bob.name());
    assertThat(bob.get(link.photo(photo)).json().get("reaction").asString()).isEqualTo("🔥");
  }

  @Test
  void the_guests_of_others_keep_their_likes() {
    Person bob = Person.signUp(port);
    String due = becoming(bob);
    Person carol = Person.signUp(port);
    assertThat(carol.put(like).expect(200).json().get("likes").asLong()).isEqualTo(2);
    adoption.run(due);
    assertThat(likers()).containsExactlyInAnyOrder(bob.name(), carol.name());
  }

  /// A job that has not run yet, such as one that a crash left.
  private String becoming(Person person) {
    JsonNode liker = ann.get("/api/photos/" + photo + "/likes").expect(200).json().get(0);
    String due = "%d %d likes".formatted(liker.get("id").asLong(), person.id());
    queue.add("guest-adoption", due, Duration.ofHours(1));
    return due;
  }

  private List<String> likers() {
    return ann.get("/api/photos/" + photo + "/likes")
        .expect(200)
        .json()
        .findValuesAsString("username");
  }
}
