package lumina.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lumina.Answer;
import lumina.Person;
import lumina.ServerTest;
import lumina.share.Shares.Link;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Links with a password.
@ServerTest
class LinkPasswordTest {
  private static final String PASSWORD = "ice cream";

  @LocalServerPort private int port;
  private Person ann = Person.stranger(0);
  private Person visitor = Person.stranger(0);
  private String photo = "";
  private Link link = new Link("", "");

  @BeforeEach
  void share() {
    ann = Person.signUp(port);
    visitor = Person.stranger(port);
    photo = ann.uploadPhoto("audience", "private", "caption", "Secret");
    link = Shares.of(ann, List.of(photo), "password", PASSWORD);
  }

  private List<String> addresses() {
    return List.of(
        link.api(),
        link.api() + "/photos",
        link.api() + "/download",
        link.photo(photo),
        link.photo(photo) + "/image/thumb",
        link.photo(photo) + "/image/large",
        link.photo(photo) + "/image/full",
        link.photo(photo) + "/comments");
  }

  private Answer unlock(Person person, String password) {
    return person.post(link.api() + "/password", Map.of("password", password));
  }

  private void assertThatItIsNeeded(Person person) {
    addresses().forEach(it -> person.get(it).expectProblem(401, "password_needed"));
    person.put(link.photo(photo) + "/like").expectProblem(401, "password_needed");
    person
        .post(link.photo(photo) + "/comments", Map.of("text", "x", "name", "y"))
        .expectProblem(401, "password_needed");
  }

  private void assertThatItIsOpen(Person person) {
    addresses().forEach(it -> person.get(it).expect(200));
  }

  @Test
  void every_address_needs_the_password_until_it_is_given() {
    assertThatItIsNeeded(visitor);
    unlock(visitor, "wrong one").expectProblem(401, "wrong_link_password");
    Person guest = Shares.known(visitor, unlock(visitor, PASSWORD).expect(204));
    assertThatItIsOpen(guest);
    assertThatItIsNeeded(visitor);
    assertThatItIsOpen(ann);
    assertThat(visitor.get(link.page()).expect(200).text()).doesNotContain(ann.name(), "og:title");
    visitor.get(link.api() + "/preview").expectProblem(401, "password_needed");
    guest.get(link.api() + "/preview").expectProblem(404, "not_found");
  }

  @Test
  void who_signs_up_need_not_give_it_again() {
    Person guest = Shares.known(visitor, unlock(visitor, PASSWORD).expect(204));
    Answer said =
        guest.post(link.photo(photo) + "/comments", Map.of("text", "x", "name", "y")).expect(201);
    Person signedUp = guest.signUp();
    Person both =
        new Person(
            guest.server(),
            signedUp.name(),
            signedUp.id(),
            guest.cookie() + "; " + signedUp.cookie());
    assertThatItIsOpen(both);
    String comment = link.photo(photo) + "/comments/" + said.json().get("comment_id").asString();
    await().untilAsserted(() -> both.delete(comment).expect(204));
  }

  @Test
  void a_changed_password_ends_what_the_old_one_opened_and_none_opens_it_to_everybody() {
    Person guest = Shares.known(visitor, unlock(visitor, PASSWORD).expect(204));
    ann.patch(link.own(), Map.of("password", "another one")).expect(200);
    assertThatItIsNeeded(guest);
    unlock(guest, PASSWORD).expectProblem(401, "wrong_link_password");
    unlock(guest, "another one").expect(204);
    assertThatItIsOpen(guest);
    Map<String, String> none = new HashMap<>();
    none.put("password", null);
    ann.patch(link.own(), none).expect(200);
    assertThatItIsOpen(visitor);
    ann.patch(link.own(), Map.of("password", PASSWORD)).expect(200);
    assertThatItIsNeeded(guest);
  }

  @Test
  void wrong_passwords_are_slowed() {
    for (int i = 0; i < 10; i++) {
      unlock(visitor, "guess number " + i).expectProblem(401, "wrong_link_password");
    }
    Answer refused = unlock(visitor, PASSWORD).expectProblem(429, "too_many_attempts");
    assertThat(Integer.parseInt(String.valueOf(refused.header("Retry-After")))).isPositive();
    Link other = Shares.of(ann, List.of(photo), "password", PASSWORD);
    visitor.post(other.api() + "/password", Map.of("password", PASSWORD)).expect(204);
  }
}
