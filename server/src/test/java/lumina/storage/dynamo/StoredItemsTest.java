package lumina.storage.dynamo;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import lumina.Form;
import lumina.Person;
import lumina.ServerTest;
import lumina.media.Pictures;
import lumina.upload.Remains;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.databind.JsonNode;

/// The shape of what is stored in the cloud, which the old application and existing deployments
/// share: keys, attributes and their types, and the names of files.
@Tag("cloud")
@ServerTest
class StoredItemsTest {
  @LocalServerPort private int port;
  @Autowired private Dynamo dynamo;
  @Autowired private DynamoTables tables;
  @Autowired private JdbcClient sql;
  @Autowired private ListableBeanFactory beans;
  private Person ann = Person.stranger(0);
  private Person bob = Person.stranger(0);

  @BeforeEach
  void befriend() {
    ann = Person.signUp(port);
    bob = Person.signUp(port);
    ann.befriend(bob);
  }

  private Map<String, AttributeValue> item(String table, String pk, String sk) {
    return dynamo.get(table, new DynamoKey(pk, sk)).orElseThrow();
  }

  /// As in `caption=S:Calm likes=N:0`, of these attributes alone.
  private static String said(Map<String, AttributeValue> item, String... names) {
    Map<String, String> values = new TreeMap<>();
    for (String name : names) {
      AttributeValue value = item.getOrDefault(name, AttributeValue.fromNul(true));
      values.put(name, value.s() != null ? "S:" + value.s() : "N:" + value.n());
    }
    return values.entrySet().stream().map(String::valueOf).collect(joining(" "));
  }

  @Test
  void a_photo_is_an_item_of_its_own_and_one_of_its_owner() {
    String id = ann.uploadPhoto("topic", "Sea", "caption", "Calm");
    bob.put("/api/photos/" + id + "/like").expect(200);
    Map<String, AttributeValue> photo = item(tables.photos(), "PHOTO#" + id, "META");
    assertThat(
            said(
                photo,
                "photo_id",
                "user_id",
                "username",
                "topic",
                "caption",
                "full_key",
                "thumbnail_key",
                "likes"))
        .isEqualTo(
            ("caption=S:Calm full_key=S:photos/%1$s_full.jpg likes=N:1 photo_id=S:%1$s"
                    + " thumbnail_key=S:photos/%1$s_thumb.jpg topic=S:Sea user_id=N:%2$d"
                    + " username=S:%3$s")
                .formatted(id, ann.id(), ann.name()));
    JsonNode shown = ann.get("/api/photos/" + id).expect(200).json();
    assertThat(Dynamo.number(photo, "created_at")).isEqualTo(shown.get("created_at").asLong());
    assertThat(said(item(tables.photos(), "USER#" + ann.id(), "PHOTO#" + id), "photo_id"))
        .isEqualTo("photo_id=S:" + id);
    assertThat(said(item(tables.photos(), "PHOTO#" + id, "LIKE#" + bob.id()), "liker_id"))
        .isEqualTo("liker_id=N:" + bob.id());
  }

  @Test
  void a_comment_stands_under_its_photo_by_its_time() {
    String photo = ann.uploadPhoto();
    JsonNode said =
        bob.post("/api/photos/" + photo + "/comments", Map.of("text", "nice")).expect(201).json();
    String id = said.get("comment_id").asString();
    long at = said.get("created_at").asLong();
    assertThat(
            said(
                item(tables.comments(), "PHOTO#" + photo, "COMMENT#%d#%s".formatted(at, id)),
                "comment_id",
                "photo_id",
                "user_id",
                "username",
                "text",
                "created_at"))
        .isEqualTo(
            "comment_id=S:%s created_at=N:%d photo_id=S:%s text=S:nice user_id=N:%d username=S:%s"
                .formatted(id, at, photo, bob.id(), bob.name()));
  }

  @Test
  void a_message_stands_in_the_conversation_of_both_by_its_time() {
    for (Person from : new Person[] {ann, bob}) {
      Person to = from.equals(ann) ? bob : ann;
      JsonNode sent =
          from.post("/api/messages", Map.of("to_user_id", to.id(), "text", "hi"))
              .expect(201)
              .json();
      String id = sent.get("message_id").asString();
      long at = sent.get("timestamp").asLong();
      String both =
          "CONV#%d#%d".formatted(Math.min(ann.id(), bob.id()), Math.max(ann.id(), bob.id()));
      assertThat(
              said(
                  item(tables.messages(), both, "MSG#%d#%s".formatted(at, id)),
                  "message_id",
                  "from_user_id",
                  "from_username",
                  "to_user_id",
                  "text",
                  "timestamp"))
          .isEqualTo(
              ("from_user_id=N:%d from_username=S:%s message_id=S:%s text=S:hi timestamp=N:%d"
                      + " to_user_id=N:%d")
                  .formatted(from.id(), from.name(), id, at, to.id()));
    }
  }

  @ParameterizedTest
  @CsvSource({"jpg, jpg", "png, png"})
  void the_files_of_a_photo_are_named_by_its_id_and_an_original_has_its_own_suffix(
      String format, String suffix) throws IOException {
    byte[] file =
        format.equals("png")
            ? Pictures.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png")
            : Pictures.photo(40, 30);
    String id =
        ann.upload(new Form().file("any.name", file)).expect(201).json().get("photo_id").asString();
    assertThat(id).matches("[0-9a-f]{12}7[0-9a-f]{3}[89ab][0-9a-f]{15}");
    assertThat(new Remains(beans).files(id))
        .containsExactlyInAnyOrder(
            "photos/%s_full.%s".formatted(id, suffix),
            "photos/%s_thumb.jpg".formatted(id),
            "photos/%s_small.webp".formatted(id),
            "photos/%s_medium.webp".formatted(id),
            "photos/%s_large.webp".formatted(id));
  }

  @ParameterizedTest
  @CsvSource({
    "users, username, varchar(50)",
    "users, email, varchar(100)",
    "users, password_hash, varchar(255)",
    "friend_requests, status, 'enum(''pending'',''accepted'',''declined'')'"
  })
  void columns_of_the_old_application_keep_their_types(String table, String column, String type) {
    assertThat(
            sql.sql(
                    """
                    SELECT column_type FROM information_schema.columns
                    WHERE table_schema = database() AND table_name = :table
                      AND column_name = :column
                    """)
                .param("table", table)
                .param("column", column)
                .query(String.class)
                .single())
        .isEqualTo(type);
  }

  @ParameterizedTest
  @CsvSource({"true, accepted", "false, declined"})
  void an_answered_request_keeps_the_word_of_the_old_application(boolean accept, String status) {
    Person cem = Person.signUp(port);
    long id =
        cem.post("/api/friends/request", Map.of("user_id", ann.id()))
            .expect(201)
            .json()
            .get("id")
            .asLong();
    assertThat(status(id)).isEqualTo("pending " + cem.id() + " " + ann.id());
    Map<String, Object> answer = Map.of("request_id", id, "accept", accept);
    ann.post("/api/friends/respond", answer).expect(200);
    assertThat(status(id)).isEqualTo(status + " " + cem.id() + " " + ann.id());
  }

  private String status(long request) {
    return sql.sql(
            """
            SELECT concat(status, ' ', requester_id, ' ', receiver_id) FROM friend_requests
            WHERE id = :id
            """)
        .param("id", request)
        .query(String.class)
        .single();
  }

  @Test
  void a_name_and_an_address_of_the_old_application_are_unique_in_the_database_itself() {
    for (String column : new String[] {"username", "email"}) {
      assertThat(
              sql.sql(
                      """
                      SELECT count(*) FROM information_schema.statistics
                      WHERE table_schema = database() AND table_name = 'users'
                        AND column_name = :column AND non_unique = 0 AND seq_in_index = 1
                      """)
                  .param("column", column)
                  .query(Integer.class)
                  .single())
          .as(column)
          .isPositive();
    }
  }
}
