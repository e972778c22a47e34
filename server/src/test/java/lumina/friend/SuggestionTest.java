package lumina.friend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import lumina.Person;
import lumina.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/// Ann has two friends, Ben and Cleo; Dan knows both, Eve knows Ben.
@ServerTest
class SuggestionTest {
  private static final int CROWD = 200;

  @LocalServerPort private int port;
  @Autowired private JdbcClient sql;
  @Autowired private TransactionTemplate transaction;
  private Person ann = Person.stranger(0);
  private Person ben = Person.stranger(0);
  private Person cleo = Person.stranger(0);
  private Person dan = Person.stranger(0);
  private Person eve = Person.stranger(0);

  @BeforeEach
  void meet() {
    ann = Person.signUp(port);
    ben = Person.signUp(port);
    cleo = Person.signUp(port);
    dan = Person.signUp(port);
    eve = Person.signUp(port);
    ann.befriend(ben);
    ann.befriend(cleo);
    dan.befriend(ben);
    dan.befriend(cleo);
    eve.befriend(ben);
  }

  private static List<String> suggestedTo(Person person) {
    return person.get("/api/friends/suggestions").expect(200).all("username");
  }

  private static List<String> namesOf(JsonNode people) {
    return people.valueStream().map(person -> person.get("username").asString()).toList();
  }

  @Test
  void those_with_most_friends_in_common_are_suggested_first() {
    JsonNode suggested = ann.get("/api/friends/suggestions").expect(200).json();
    assertThat(namesOf(suggested)).containsExactly(dan.name(), eve.name());
    assertThat(suggested.get(0).get("common_count").asLong()).isEqualTo(2);
    assertThat(namesOf(suggested.get(0).get("common"))).containsExactly(ben.name(), cleo.name());
    assertThat(suggested.get(1).get("common_count").asLong()).isEqualTo(1);
  }

  @Test
  void friends_come_with_those_whom_both_know_and_nobody_else() {
    ben.befriend(cleo);
    JsonNode friends = ann.get("/api/friends").expect(200).json();
    JsonNode first = friends.get(0);
    String other = first.get("username").asString().equals(ben.name()) ? cleo.name() : ben.name();
    assertThat(first.get("common_count").asLong()).isEqualTo(1);
    assertThat(namesOf(first.get("common"))).containsExactly(other);
    cleo.delete("/api/friends/" + ben.id()).expect(204);
    JsonNode apart = ann.get("/api/friends").expect(200).json().get(0);
    assertThat(apart.get("common_count").asLong()).isZero();
    assertThat(apart.get("common").size()).isZero();
  }

  @Test
  void nobody_is_suggested_who_was_asked_or_has_asked_or_was_declined() {
    ann.post("/api/friends/request", Map.of("user_id", dan.id())).expect(201);
    assertThat(suggestedTo(ann)).containsExactly(eve.name());
    assertThat(suggestedTo(dan)).doesNotContain(ann.name());
    JsonNode asked = dan.get("/api/friends/requests").expect(200).json().get(0);
    dan.post(
            "/api/friends/respond", Map.of("request_id", asked.get("id").asLong(), "accept", false))
        .expect(200);
    assertThat(suggestedTo(ann)).containsExactly(eve.name());
    assertThat(suggestedTo(dan)).doesNotContain(ann.name());
  }

  @Test
  void a_block_hides_both_from_each_other() {
    dan.put("/api/blocks/" + ann.id()).expect(204);
    assertThat(suggestedTo(ann)).containsExactly(eve.name());
    assertThat(suggestedTo(dan)).doesNotContain(ann.name());
  }

  @Test
  void who_does_not_interest_me_is_not_suggested_again() {
    ann.delete("/api/friends/suggestions/" + dan.id()).expect(204);
    ann.delete("/api/friends/suggestions/" + dan.id()).expect(204);
    ann.delete("/api/friends/suggestions/987654321").expectProblem(404, "not_found");
    assertThat(suggestedTo(ann)).containsExactly(eve.name());
    assertThat(suggestedTo(dan)).contains(ann.name());
    Person.stranger(port).get("/api/friends/suggestions").expectProblem(401, "not_signed_in");
  }

  @Test
  void two_hundred_friends_of_two_hundred_are_counted_quickly() {
    Person popular = Person.signUp(port);
    List<Long> crowd = addCrowd();
    transaction.executeWithoutResult(
        it -> {
          befriendAll(List.of(popular.id()), crowd.subList(0, CROWD));
          befriendAll(crowd.subList(0, CROWD), crowd.subList(CROWD, 2 * CROWD));
        });
    // The quickest of three, since other tests need the processor meanwhile.
    assertThat(LongStream.generate(() -> nanosToCount(popular)).limit(3).min().orElseThrow())
        .isLessThan(Duration.ofSeconds(5).toNanos());
    transaction.executeWithoutResult(
        it -> sql.sql("DELETE FROM users WHERE id IN (:ids)").param("ids", crowd).update());
  }

  private static long nanosToCount(Person popular) {
    long start = System.nanoTime();
    assertThat(popular.get("/api/friends").expect(200).json().size()).isEqualTo(200);
    assertThat(suggestedTo(popular)).hasSize(20);
    return System.nanoTime() - start;
  }

  private List<Long> addCrowd() {
    String prefix = "crowd-" + ann.id() + "-";
    transaction.executeWithoutResult(
        it ->
            IntStream.range(0, 2 * CROWD)
                .forEach(
                    i ->
                        sql.sql(
                                """
                                INSERT INTO users (username, email, password_hash, created_at)
                                VALUES (:name, :name, '', 1)
                                """)
                            .param("name", prefix + i)
                            .update()));
    return sql.sql("SELECT id FROM users WHERE username LIKE :names ORDER BY id")
        .param("names", prefix + "%")
        .query((row, n) -> row.getLong(1))
        .list();
  }

  private void befriendAll(List<Long> some, List<Long> others) {
    for (String statement :
        List.of(
            "INSERT INTO friendships SELECT a.id, b.id, 1 FROM users a, users b",
            "INSERT INTO friendships SELECT b.id, a.id, 1 FROM users a, users b")) {
      sql.sql(statement + " WHERE a.id IN (:some) AND b.id IN (:others)")
          .param("some", some)
          .param("others", others)
          .update();
    }
  }
}
