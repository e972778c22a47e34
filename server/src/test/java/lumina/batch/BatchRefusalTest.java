package lumina.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lumina.Answer;
import lumina.Person;
import lumina.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// Each change of a batch refuses a photo as a request of its own would, and changes nothing then.
@ServerTest
class BatchRefusalTest {
  @LocalServerPort private int port;
  private Person ann = Person.stranger(0);
  private Person bob = Person.stranger(0);

  @BeforeEach
  void signUp() {
    ann = Person.signUp(port);
    bob = Person.signUp(port);
  }

  private Answer change(List<String> photos, String field, String value) {
    String ids = photos.stream().map("\"%s\""::formatted).collect(Collectors.joining(","));
    return ann.json(
        "POST",
        "/api/photos/batch",
        "{\"photo_ids\": [%s], \"%s\": %s}".formatted(ids, field, value));
  }

  private static String path(String photo) {
    return "/api/photos/" + photo;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "audience    | \"private\" | in_trash",
        "topic       | \"Sea\"     | in_trash",
        "add_tags    | [\"sea\"]   | in_trash",
        "remove_tags | [\"old\"]   | in_trash",
        "taken_shift | 3600000     | in_trash",
        "trash       | true        |",
        "restore     | true        |"
      })
  void only_ones_own_photos_are_changed_and_those_in_the_trash_only_restored(
      String field, String value, String inTrash) {
    String seen = bob.uploadPhoto("topic", "Lake", "tags", "old");
    String hidden = bob.uploadPhoto("audience", "private", "tags", "old");
    String deleted = ann.uploadPhoto();
    ann.delete(path(deleted)).expect(200);
    String trashed = ann.uploadPhoto("topic", "Lake", "tags", "old");
    ann.post(path(trashed) + "/trash").expect(200);
    List<String> others = Stream.of(seen, hidden).map(id -> bob.get(path(id)).text()).toList();
    String before = ann.get(path(trashed)).text();
    JsonNode answer =
        change(List.of(seen, hidden, deleted, trashed), field, value).expect(200).json();
    List<String> failed =
        answer.get("failed").valueStream().map(it -> it.get("code").asString()).toList();
    assertThat(failed).startsWith("not_yours", "not_found", "not_found");
    assertThat(failed.stream().skip(3)).isEqualTo(Stream.ofNullable(inTrash).toList());
    assertThat(answer.get("done").size()).isEqualTo(inTrash == null ? 1 : 0);
    assertThat(Stream.of(seen, hidden).map(id -> bob.get(path(id)).text())).isEqualTo(others);
    if (!field.equals("restore")) {
      assertThat(ann.get(path(trashed)).text()).isEqualTo(before);
    }
  }

  static Stream<List<String>> whatNoPhotoCanHave() {
    return Stream.of(
        List.of("topic", "\"%s\"".formatted("x".repeat(61)), "too_long"),
        List.of("add_tags", "[\"%s\"]".formatted("x".repeat(51)), "too_long"),
        List.of("remove_tags", "[\"%s\"]".formatted("x".repeat(51)), "too_long"),
        List.of("add_tags", "\"%s\"".formatted(tags(31)), "too_many_tags"),
        List.of("add_tags", "[null]", "invalid_request"),
        List.of("add_tags", "7", "invalid_request"),
        List.of("taken_shift", "1.5", "invalid_request"),
        List.of("taken_shift", "\"an hour\"", "invalid_request"),
        List.of("taken_shift", "9223372036854775808", "invalid_request"),
        List.of("audience", "\"everybody\"", "invalid_audience"),
        List.of("trash", "\"maybe\"", "invalid_request"));
  }

  private static String tags(int count) {
    return IntStream.range(0, count).mapToObj("tag%d"::formatted).collect(Collectors.joining(","));
  }

  @ParameterizedTest
  @MethodSource("whatNoPhotoCanHave")
  void what_no_photo_can_have_is_refused_for_all_at_once(List<String> refused) {
    String photo = ann.uploadPhoto("tags", "old", "topic", "Lake");
    String before = ann.get(path(photo)).text();
    change(List.of(photo), refused.get(0), refused.get(1)).expectProblem(400, refused.get(2));
    assertThat(ann.get(path(photo)).text()).isEqualTo(before);
  }

  @Test
  void a_change_that_a_photo_has_already_is_done_and_an_empty_topic_takes_it_away() {
    String photo = ann.uploadPhoto("tags", "old", "topic", "Lake");
    for (Map.Entry<String, String> change :
        Map.of(
                "audience",
                "\"public\"",
                "topic",
                "\"lake\"",
                "add_tags",
                "[\"#OLD\"]",
                "remove_tags",
                "[\"new\"]",
                "taken_shift",
                "0",
                "restore",
                "true")
            .entrySet()) {
      JsonNode answer = change(List.of(photo), change.getKey(), change.getValue()).json();
      assertThat(answer.get("done").valueStream().map(JsonNode::asString)).containsExactly(photo);
    }
    JsonNode same = ann.get(path(photo)).json();
    assertThat(same.get("tags").toString()).isEqualTo("[\"old\"]");
    change(List.of(photo), "topic", "\" \"").expect(200);
    assertThat(ann.get(path(photo)).json().get("topic").asString()).isEmpty();
  }

  @Test
  void a_photo_that_is_named_a_thousand_times_is_changed_once() {
    String photo = ann.uploadPhoto();
    long taken = ann.get(path(photo)).json().get("taken_at").asLong();
    JsonNode answer =
        change(Collections.nCopies(1_000, photo), "taken_shift", "-1000").expect(200).json();
    assertThat(answer.get("done").size()).isEqualTo(1);
    JsonNode shifted = ann.get(path(photo)).json();
    assertThat(shifted.get("taken_at").asLong()).isEqualTo(taken - 1_000);
    assertThat(shifted.get("taken_from").asString()).isEqualTo("person");
  }
}
