package lumina.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import lumina.Form;
import lumina.Person;
import lumina.account.profile.ProfilePictures;
import lumina.blob.BlobStore;
import lumina.check.stored.StoredFiles;
import lumina.check.stored.Stores;
import lumina.cli.CommandRun;
import lumina.cli.Served;
import lumina.command.Command;
import lumina.command.Offline;
import lumina.media.ImageSize;
import lumina.media.Pictures;
import lumina.media.worker.ImageEngine;
import lumina.photo.PhotoRows;
import lumina.photo.detail.PhotoKeys;
import lumina.storage.DataFolder;
import lumina.stores.CloudStores;
import lumina.transfer.Entity;
import lumina.transfer.EntityRecord;
import lumina.transfer.Library;
import lumina.transfer.Records;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Each kind of difference that follows from the rest is made, found and repaired.
class CheckTest {
  private static final String LOST = "0198c0de00000000000000000000000a";

  @TempDir private Path data;
  private String photo = "";
  private Person ann = Person.stranger("");
  private Person bob = Person.stranger("");

  @Test
  void each_difference_is_named_and_repaired() throws Exception {
    Map<String, String> settings = Map.of("LUMINA_DATA", data.toString());
    live(settings);
    try (var lumina = offline(settings)) {
      isRepaired(lumina);
      letsAConversationEndWithWhatIsThere(lumina);
      encodesALostVideoAgain(lumina);
      promisesNoPictureOfWhichNothingIsLeft(lumina);
      namesTheDetailsOfALostPhoto(lumina);
    }
  }

  @Test
  void each_file_that_lumina_does_not_look_for_is_named_where_it_is_and_stays() throws Exception {
    Path images = data.resolve("images");
    live(Map.of("LUMINA_DATA", data.toString()));
    try (var lumina = offline(Map.of("LUMINA_DATA", data.toString()))) {
      List<String> stray =
          List.of(
              "old",
              "else/f",
              "photos/zz.jpg",
              "photos/xx/stray.txt",
              "photos/ab/cd/deep_thumb.jpg",
              "photos/xx/" + photo + "_full.jpg",
              "profiles/99_full.jpg",
              "profiles/17/77_full.jpg");
      for (String path : stray) {
        Files.createDirectories(images.resolve(path).getParent());
        Files.writeString(images.resolve(path), "x");
      }
      for (int run = 0; run < 2; run++) {
        String said = said(1, () -> check(lumina).run(List.of("--repair")));
        assertThat(said).endsWith("8 differences, 0 repaired.\n");
        assertThat(stray)
            .allSatisfy(it -> assertThat(said).contains("for the file images/" + it + ": "));
      }
      assertThat(stray).allMatch(it -> Files.exists(images.resolve(it)));
    }
  }

  @Test
  void a_link_that_leads_nowhere_is_one_difference() throws Exception {
    Map<String, String> settings = Map.of("LUMINA_DATA", data.toString());
    live(settings);
    try (var lumina = offline(settings)) {
      Path photos = data.resolve("images/photos");
      Path thumb =
          photos.resolve(photo.substring(photo.length() - 2)).resolve(photo + "_thumb.jpg");
      Files.delete(thumb);
      Files.createSymbolicLink(thumb, thumb.getFileName());
      Files.createSymbolicLink(photos.resolve("again"), Path.of("."));
      assertThat(said(1, () -> check(lumina).run(List.of("--repair"))))
          .contains("- images/photos/again cannot be read (", "It leads to a folder around it")
          .contains("Photo %s has damaged files: ".formatted(photo))
          .endsWith("2 differences, 1 repaired.\n");
    }
  }

  @Test
  @Tag("cloud")
  void in_the_cloud_too_and_a_backup_says_what_the_stores_keep() throws Exception {
    Map<String, String> settings = new HashMap<>(CloudStores.environment());
    settings.putAll(Map.of("STORAGE_BACKEND", "dynamodb", "LUMINA_DATA", data.toString()));
    live(settings);
    try (var lumina = offline(settings)) {
      isRepaired(lumina);
      Command backup = lumina.getBean("backup", Command.class);
      assertThat(said(1, () -> backup.run(List.of("/nowhere"))))
          .contains("Nothing was copied", "Not covered");
    }
  }

  private static ConfigurableApplicationContext offline(Map<String, String> settings) {
    return new Offline(() -> CommandRun.application(settings)).open(Map.of());
  }

  private void live(Map<String, String> settings) {
    try (Served server = Served.on(settings)) {
      ann = server.stranger().signUp();
      bob = server.stranger().signUp();
      photo = ann.uploadPhoto("topic", "Sea", "audience", "public");
      bob.put("/api/photos/" + photo + "/like").expect(200);
      bob.post("/api/photos/" + photo + "/comments", Map.of("text", "nice")).expect(201);
      Form picture = new Form().file("me.jpg", Pictures.photo(64, 48));
      ann.send(
              ann.request("/api/users/profile-picture")
                  .header("Content-Type", picture.contentType())
                  .POST(java.net.http.HttpRequest.BodyPublishers.ofByteArray(picture.bytes())))
          .expect(200);
      bob.befriend(ann);
      for (String text : List.of("hello", "taken back", "there", "again")) {
        Map<String, Object> message = Map.of("to_user_id", ann.id(), "text", text);
        String id =
            bob.post("/api/messages", message).expect(201).json().get("message_id").asString();
        if (text.equals("hello")) {
          ann.post("/api/messages/read", Map.of("user_id", bob.id(), "message_id", id)).expect(200);
        } else if (text.equals("taken back")) {
          bob.delete("/api/messages/" + id).expect(204);
        }
      }
    }
  }

  private void isRepaired(ConfigurableApplicationContext lumina) throws Exception {
    Command check = check(lumina);
    damage(lumina);
    assertThat(said(1, () -> lumina.getBean("check", Command.class).run(List.of())))
        .contains("profiles/" + ann.id())
        .doesNotContain("0123_thumb.jpg", "999_thumb.jpg"); // may be of an upload that is running
    assertThat(said(0, () -> check.run(List.of("--repair"))))
        .contains("Photo " + photo + " lacks " + PhotoKeys.derived(photo, ImageSize.THUMB))
        .contains("The profile picture of " + ann.name() + " lacks profiles/" + ann.id())
        .contains("Photo " + photo + " counts 8 likes instead of 1, 5 fire reactions instead of 0.")
        .contains("topic or month are wrong for everyone")
        .contains(
            "Person %d has 77 unread messages of person %d by the count, but there are 2"
                .formatted(ann.id(), bob.id()))
        .containsPattern(
            "The file \\S*photos/\\S*0123_thumb.jpg belongs to nothing in the database")
        .containsPattern(
            "The file \\S*profiles/\\S*999_thumb.jpg belongs to nothing in the database")
        .contains(
            "Person %d is a friend of person %d, but not the other way round"
                .formatted(bob.id(), ann.id()))
        .endsWith("8 differences, 8 repaired.\n");
    assertThat(said(0, () -> check.run(List.of()))).endsWith("All is well.\n");
  }

  private void letsAConversationEndWithWhatIsThere(ConfigurableApplicationContext lumina) {
    JdbcClient sql = lumina.getBean(JdbcClient.class);
    String mine = "Person %d does not see the conversation with person %d";
    String end = "What person %d sees of the conversation with person %d does not end with";
    Map<String, String> losses = new LinkedHashMap<>();
    losses.put("DELETE FROM conversations WHERE user_id = " + ann.id(), mine);
    losses.put(
        "UPDATE conversations SET last_sort_key = (SELECT min(sort_key) FROM messages)", end);
    losses.put("DELETE FROM messages WHERE sort_key = (SELECT max(sort_key) FROM messages)", end);
    losses.put("DELETE FROM messages", end);
    losses.forEach(
        (loss, sentence) -> {
          var _ = sql.sql(loss).update();
          assertThat(said(0, () -> check(lumina).run(List.of("--repair"))))
              .contains(sentence.formatted(ann.id(), bob.id()));
          assertThat(said(0, () -> check(lumina).run(List.of()))).endsWith("All is well.\n");
        });
    assertThat(sql.sql("SELECT count(*) FROM conversations").query(Long.class).single()).isZero();
  }

  private void encodesALostVideoAgain(ConfigurableApplicationContext lumina) {
    JdbcClient sql = lumina.getBean(JdbcClient.class);
    var _ = sql.sql("UPDATE photos SET playback = 'ready', duration_ms = 1000").update();
    assertThat(said(0, () -> check(lumina).run(List.of("--repair"))))
        .contains("Photo %s lacks %s.".formatted(photo, PhotoKeys.video(photo)));
    assertThat(sql.sql("SELECT playback FROM photos").query(String.class).single())
        .isEqualTo("processing");
  }

  private void promisesNoPictureOfWhichNothingIsLeft(ConfigurableApplicationContext lumina)
      throws IOException {
    BlobStore blobs = lumina.getBean(BlobStore.class);
    blobs.delete(ProfilePictures.keys(lumina.getBean(JdbcClient.class)));
    assertThat(said(1, () -> check(lumina).run(List.of("--repair"))))
        .containsPattern(
            "The profile picture of %s lacks \\S+, and no larger one is left"
                .formatted(ann.name()));
  }

  /// At once: the hour in which its files may belong to an upload need not pass.
  private void namesTheDetailsOfALostPhoto(ConfigurableApplicationContext lumina) {
    Records details = lumina.getBean(Library.class).records(Entity.PHOTO_DETAILS);
    details.each(
        page -> {
          Map<String, @Nullable Object> lost = new HashMap<>(page.getFirst().values());
          lost.put("photo_id", LOST);
          details.insert(List.of(EntityRecord.of(details.kind(), lost)));
        });
    Command check = lumina.getBean("check", Command.class);
    assertThat(said(1, () -> check.run(List.of())))
        .contains("The details of photo " + LOST + " belong to no photo");
  }

  /// Two hours later, when no upload can still be running.
  private static Command check(ConfigurableApplicationContext lumina) {
    OrphanInspection later =
        new OrphanInspection(
            lumina.getBean(StoredFiles.class),
            lumina.getBean(PhotoRows.class),
            lumina.getBean(JdbcClient.class),
            lumina.getBean(BlobStore.class),
            Clock.offset(Clock.systemUTC(), Duration.ofHours(2)));
    List<Inspection> inspections =
        Stream.concat(
                lumina.getBeansOfType(Inspection.class).values().stream()
                    .filter(it -> !(it instanceof OrphanInspection)),
                Stream.of(later))
            .toList();
    return new Check(
        inspections,
        lumina.getBean(ImageEngine.class),
        lumina.getBean(DataFolder.class),
        lumina.getBean(Stores.class));
  }

  private void damage(ConfigurableApplicationContext lumina) throws IOException {
    JdbcClient sql = lumina.getBean(JdbcClient.class);
    String thumb =
        ProfilePictures.keys(sql).stream()
            .filter(it -> it.contains("thumb"))
            .findAny()
            .orElseThrow();
    BlobStore blobs = lumina.getBean(BlobStore.class);
    blobs.delete(List.of(PhotoKeys.derived(photo, ImageSize.THUMB), thumb));
    for (String key : List.of("photos/0123_thumb.jpg", "profiles/999_thumb.jpg")) {
      blobs.put(key, Files.writeString(data.resolve("stray"), "x"), "image/jpeg");
    }
    Library library = lumina.getBean(Library.class);
    set(
        library.records(Entity.PHOTO_DETAILS),
        "photo_id",
        photo,
        Map.of("likes", 8L, "reacted_fire", 5L));
    set(library.records(Entity.CONVERSATIONS), "user_id", ann.id(), Map.of("unread", 77L));
    var _ = sql.sql("DELETE FROM friendships WHERE user_id = ?").param(ann.id()).update();
    var _ = sql.sql("UPDATE topic_counts SET photos = photos + 1 WHERE user_id = 0").update();
  }

  private static void set(Records all, String key, Object value, Map<String, Object> changes) {
    all.each(
        page ->
            page.stream()
                .filter(it -> value.equals(it.values().get(key)))
                .forEach(
                    it -> {
                      Map<String, @Nullable Object> changed = new HashMap<>(it.values());
                      changed.putAll(changes);
                      all.update(List.of(EntityRecord.of(it.kind(), changed)));
                    }));
  }

  private static String said(int code, IntSupplier command) {
    CommandRun run = CommandRun.of(command);
    assertThat(run.exitCode()).as(run.said()).isEqualTo(code);
    return run.said();
  }
}
