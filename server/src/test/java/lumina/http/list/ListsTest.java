package lumina.http.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lumina.Answer;
import lumina.Person;
import lumina.ServerTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Lists that are short for almost everyone are paginated like all others.
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListsTest {
  @LocalServerPort private int port;
  private Person ann = Person.stranger(0);
  private List<Person> others = List.of();

  @BeforeAll
  void signUp() {
    ann = Person.signUp(port);
    others = Stream.generate(() -> Person.signUp(port)).limit(3).toList();
  }

  private static List<String> pages(Person person, String path, String field) {
    List<String> all = new ArrayList<>();
    String next = path + (path.contains("?") ? "&" : "?") + "limit=1";
    while (next != null) {
      Answer page = person.get(next).expect(200);
      assertThat(page.json().size()).isEqualTo(1);
      all.addAll(page.all(field));
      next = page.next();
    }
    return all;
  }

  private void comesInPages(Person person, String path, String field) {
    List<String> whole = person.get(path).expect(200).all(field);
    assertThat(whole).hasSize(3);
    assertThat(pages(person, path, field)).isEqualTo(whole);
    person.get(path + (path.contains("?") ? "&" : "?") + "cursor=abc").expect(400);
  }

  @Test
  void a_header_is_not_taken_for_a_parameter() {
    Person bob = Person.signUp(port);
    others.forEach(bob::befriend);
    var request = bob.request("/api/friends").header("limit", "1").GET();
    assertThat(bob.send(request).expect(200).json().size()).isEqualTo(3);
  }

  @Test
  void of_a_repeated_parameter_the_first_counts() {
    Person bob = Person.signUp(port);
    others.forEach(bob::befriend);
    assertThat(bob.get("/api/friends?limit=2&limit=many").expect(200).json().size()).isEqualTo(2);
    String next = String.valueOf(bob.get("/api/friends?limit=1").next());
    assertThat(bob.get(next + "&cursor=nonsense").expect(200).json().size()).isEqualTo(1);
  }

  @Test
  void friends() {
    others.forEach(ann::befriend);
    comesInPages(ann, "/api/friends", "username");
  }

  @Test
  void requests_in_both_directions() {
    Person bob = Person.signUp(port);
    others.forEach(
        other -> bob.post("/api/friends/request", Map.of("user_id", other.id())).expect(201));
    comesInPages(bob, "/api/friends/requests/sent", "receiver_username");
    others.forEach(other -> other.delete("/api/friends/" + bob.id()));
    Person cleo = Person.signUp(port);
    others.forEach(
        other -> other.post("/api/friends/request", Map.of("user_id", cleo.id())).expect(201));
    comesInPages(cleo, "/api/friends/requests", "requester_username");
  }

  @Test
  void blocked_people() {
    Person bob = Person.signUp(port);
    others.forEach(other -> bob.put("/api/blocks/" + other.id()).expect(204));
    comesInPages(bob, "/api/blocks", "username");
  }

  @Test
  void sessions() {
    Person bob = Person.signUp(port);
    Map<String, String> credentials = Map.of("username", bob.name(), "password", Person.PASSWORD);
    for (int i = 0; i < 2; i++) {
      Person.stranger(port).post("/api/auth/login", credentials).expect(200);
    }
    comesInPages(bob, "/api/account/sessions", "id");
  }

  @Test
  void topics() {
    Person bob = Person.signUp(port);
    for (int photos = 1; photos <= 3; photos++) {
      for (int i = 0; i < photos; i++) {
        bob.uploadPhoto("topic", "%s %d".formatted(bob.name(), photos % 2));
        bob.uploadPhoto("topic", "%s %d x".formatted(bob.name(), photos % 2));
      }
    }
    bob.uploadPhoto("topic", bob.name() + " 2");
    List<String> whole = bob.get("/api/topics?q=" + bob.name()).expect(200).all("topic");
    assertThat(whole).hasSize(5);
    assertThat(pages(bob, "/api/topics?q=" + bob.name(), "topic")).isEqualTo(whole);
  }

  @Test
  void people_who_are_searched_for() {
    List<String> names = others.stream().map(Person::name).sorted().toList();
    String word = "w" + ann.name();
    others.forEach(other -> other.patch("/api/account", Map.of("name", word)).expect(200));
    comesInPages(ann, "/api/users?q=" + word, "username");
    assertThat(ann.get("/api/users?q=" + word).all("username")).isEqualTo(names);
  }
}
