package lumina.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lumina.Person;
import lumina.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What the end of a friendship and a block take away.
@ServerTest
class RevocationTest {
  private static final List<String> SIZES = List.of("thumb", "small", "medium", "large", "full");

  @LocalServerPort private int port;

  @Test
  void taking_access_away_works_at_once_for_every_address_seen_before() {
    Person ann = Person.signUp(port);
    Person bob = Person.signUp(port);
    ann.befriend(bob);
    List<String> addresses = new ArrayList<>(seenBy(bob, ann.uploadPhoto("audience", "friends")));
    addresses.forEach(address -> bob.get(address).expect(200));
    ann.delete("/api/friends/" + bob.id()).expect(204);
    addresses.forEach(address -> bob.get(address).expectProblem(404, "not_found"));

    ann.befriend(bob);
    addresses.forEach(address -> bob.get(address).expect(200));
    addresses.addAll(seenBy(bob, ann.uploadPhoto()));
    ann.put("/api/blocks/" + bob.id()).expect(204);
    addresses.forEach(address -> bob.get(address).expectProblem(404, "not_found"));
  }

  private static List<String> seenBy(Person viewer, String id) {
    String photo = "/api/photos/" + id;
    viewer.get(photo).expect(200);
    return Stream.concat(
            Stream.of(photo, photo + "/comments", photo + "/likes"),
            SIZES.stream().map(size -> photo + "/image/" + size))
        .toList();
  }

  @Test
  void what_a_blocked_person_said_is_hidden_from_the_one_who_blocks_and_back() {
    Person ann = Person.signUp(port);
    Person bob = Person.signUp(port);
    Person host = Person.signUp(port);
    String comments = "/api/photos/" + host.uploadPhoto() + "/comments";
    ann.post(comments, Map.of("text", "by ann")).expect(201);
    bob.post(comments, Map.of("text", "by bob")).expect(201);
    ann.put("/api/blocks/" + bob.id()).expect(204);
    assertThat(ann.get(comments).all("text")).containsExactly("by ann");
    assertThat(bob.get(comments).all("text")).containsExactly("by bob");
    assertThat(host.get(comments).all("text")).containsExactly("by ann", "by bob");
    List<String> newest = Arrays.asList(ann.get(comments.replace("/comments", "")).text());
    assertThat(newest.getFirst()).doesNotContain("by bob");
  }
}
