package lumina.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import lumina.Answer;
import lumina.Person;
import lumina.live.Listener;
import lumina.media.Pictures;
import lumina.process.LuminaProcess;
import lumina.stores.Balancer;
import lumina.stores.CloudStores;
import lumina.upload.tus.TusClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Two processes on the same stores behave as one Lumina, even when one of them dies.
@Tag("cloud")
@Timeout(600)
@SuppressWarnings("NullAway.Init") // both are started before the first test
class SeveralInstancesTest {
  private static final int MESSAGES = 120;
  private static final int BEFORE_THE_KILL = 40;

  @TempDir private static Path data;
  private static Map<String, String> stores;
  private static LuminaProcess here;
  private static LuminaProcess there;

  @BeforeAll
  static void start() throws Exception {
    stores = CloudStores.environment();
    here = another("here");
    there = another("there");
  }

  private static LuminaProcess another(String name) throws Exception {
    Map<String, String> settings = new HashMap<>(stores);
    settings.putAll(Map.of("LUMINA_DATA", data.resolve(name).toString(), "PORT", "0"));
    return LuminaProcess.packaged(settings).untilReady();
  }

  @AfterAll
  static void stop() {
    here.close();
    there.close();
  }

  private static Person elsewhere(Person person) {
    return person.at(there.address());
  }

  @Test
  void who_logs_in_at_one_and_uploads_at_the_other_sees_it_at_both_until_they_log_out() {
    Person ann = Person.stranger(here.address()).signUp();
    String photo = elsewhere(ann).uploadPhoto("caption", "from there");
    for (Person person : List.of(ann, elsewhere(ann))) {
      JsonNode seen = person.get("/api/photos/" + photo).expect(200).json();
      assertThat(seen.get("caption").asString()).isEqualTo("from there");
      person.get(seen.get("thumbnail_url").asString()).expect(200);
      assertThat(person.get("/api/photos?scope=profile").all("photo_id")).containsExactly(photo);
    }
    ann.post("/api/auth/logout").expect(204);
    elsewhere(ann).get("/api/auth/me").expect(401);
  }

  @Test
  void what_happens_at_one_is_told_at_the_other() {
    Person ann = Person.stranger(here.address()).signUp();
    Person bob = Person.stranger(there.address()).signUp();
    bob.at(here.address()).befriend(ann);
    try (Listener socket = Listener.of(ann)) {
      bob.post("/api/messages", Map.of("to_user_id", ann.id(), "text", "hi")).expect(201);
      assertThat(socket.next("message").get("data").get("text").asString()).isEqualTo("hi");
      String photo = bob.uploadPhoto("audience", "friends");
      assertThat(socket.next("photo_posted").get("data").get("photo_id").asString())
          .isEqualTo(photo);
      String mine = ann.uploadPhoto();
      bob.put("/api/photos/" + mine + "/like").expect(200);
      assertThat(socket.next("photo_liked").get("data").get("likes").asInt()).isEqualTo(1);
    }
  }

  @Test
  void what_was_read_at_one_is_read_anew_after_it_changed_at_the_other() {
    Person ann = Person.stranger(here.address()).signUp();
    Person bob = Person.stranger(here.address()).signUp();
    String photo = "/api/photos/" + ann.uploadPhoto("caption", "old");
    isSaid(bob, photo, 0, 0, "old");
    elsewhere(bob).put(photo + "/like").expect(200);
    isSaid(bob, photo, 1, 0, "old");
    String comments = photo + "/comments";
    String comment =
        elsewhere(bob)
            .post(comments, Map.of("text", "nice"))
            .expect(201)
            .json()
            .get("comment_id")
            .asString();
    isSaid(bob, photo, 1, 1, "old");
    elsewhere(ann).patch(photo, Map.of("caption", "new")).expect(200);
    isSaid(bob, photo, 1, 1, "new");
    elsewhere(bob).delete(photo + "/like").expect(200);
    elsewhere(bob).delete(comments + "/" + comment).expect(204);
    isSaid(bob, photo, 0, 0, "new");
  }

  private static void isSaid(Person viewer, String photo, int likes, int comments, String caption) {
    JsonNode seen = viewer.get(photo).expect(200).json();
    assertThat(seen.get("likes").asInt()).isEqualTo(likes);
    assertThat(seen.get("liked").asBoolean()).isEqualTo(likes == 1);
    assertThat(seen.get("comment_count").asInt()).isEqualTo(comments);
    assertThat(seen.get("caption").asString()).isEqualTo(caption);
  }

  @Test
  void a_session_that_is_ended_at_one_loses_its_sockets_at_the_other() {
    Person ann = Person.stranger(here.address()).signUp();
    Map<String, String> keys = Map.of("username", ann.name(), "password", Person.PASSWORD);
    Person phone =
        Person.stranger(there.address())
            .signedIn(Person.stranger(there.address()).post("/api/auth/login", keys).expect(200));
    try (Listener socket = Listener.of(phone)) {
      String session =
          ann.get("/api/account/sessions")
              .expect(200)
              .json()
              .valueStream()
              .filter(it -> !it.get("current").asBoolean())
              .map(it -> it.get("id").asString())
              .findAny()
              .orElseThrow();
      ann.delete("/api/account/sessions/" + session).expect(204);
      assertThat(socket.closeCode()).isEqualTo(4401);
    }
    phone.get("/api/auth/me").expect(401);
  }

  @Test
  void an_upload_that_began_at_an_instance_which_is_killed_goes_on_at_another() throws Exception {
    byte[] file = Pictures.write(Pictures.noise(2_000, 1_700), "png");
    int part = 5 << 20;
    assertThat(file.length).isGreaterThan(part + 100_000);
    LuminaProcess doomed = another("uploading");
    Person ann = Person.stranger(doomed.address()).signUp();
    String upload = new TusClient(ann).begin(file.length);
    TusClient elsewhere = new TusClient(elsewhere(ann));
    CountDownLatch killed = new CountDownLatch(1);
    try (ExecutorService sender = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> cutOff =
          sender.submit(() -> new TusClient(ann).sendUntil(killed, upload, file, part + 100_000));
      await().atMost(Duration.ofSeconds(30)).until(() -> elsewhere.offset(upload) >= part);
      elsewhere.send(upload, file, part, file.length).expectProblem(423, "upload_running");
      doomed.kill();
      killed.countDown();
      assertThatThrownBy(cutOff::get).hasCauseInstanceOf(UncheckedIOException.class);
    }
    int offset = elsewhere.offset(upload);
    Answer last =
        await()
            .atMost(Duration.ofSeconds(30))
            .until(
                () -> elsewhere.send(upload, file, offset, file.length),
                answer -> answer.status() != 423)
            .expect(204);
    String photo = TusClient.photo(last);
    Person again = ann.at(here.address());
    assertThat(again.get("/api/photos/" + photo + "/image/full").bytes()).isEqualTo(file);
    assertThat(again.get("/api/photos?scope=profile").all("photo_id")).containsExactly(photo);
  }

  @Test
  void of_a_stream_of_messages_none_is_lost_or_doubled_when_one_instance_is_killed()
      throws Exception {
    Person ann = Person.stranger(there.address()).signUp();
    Person bob = Person.stranger(there.address()).signUp();
    ann.befriend(bob);
    List<String> texts = IntStream.range(0, MESSAGES).mapToObj(i -> "message " + i).toList();
    LuminaProcess doomed = another("doomed");
    try (Balancer balancer =
        new Balancer(List.of(URI.create(doomed.address()), URI.create(there.address())))) {
      // The balancer alternates: the first device and the sender are on the instance that is
      // killed.
      EventsOfMessages device = new EventsOfMessages(bob.at(balancer.address()));
      EventsOfMessages otherDevice = new EventsOfMessages(bob.at(balancer.address()));
      CountDownLatch some = new CountDownLatch(BEFORE_THE_KILL);
      try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
        Future<List<String>> heard = all.submit(() -> device.first(MESSAGES));
        Future<List<String>> heardElsewhere = all.submit(() -> otherDevice.first(MESSAGES));
        var _ = all.submit(() -> send(ann.at(balancer.address()), bob, texts, some));
        some.await();
        doomed.kill();
        assertThat(heard.get()).isEqualTo(texts);
        assertThat(heardElsewhere.get()).isEqualTo(texts);
      }
      assertThat(device.reconnects() + otherDevice.reconnects()).isPositive();
    }
    Answer kept = bob.get("/api/messages?limit=200&user_id=" + ann.id()).expect(200);
    assertThat(kept.all("text")).isEqualTo(texts);
  }

  /// Like a real client: repeats the same request until it is answered.
  private static void send(Person from, Person to, List<String> texts, CountDownLatch sent) {
    for (String text : texts) {
      Map<String, Object> message =
          Map.of("to_user_id", to.id(), "text", text, "client_id", text + from.id());
      while (!isTaken(from, message)) {
        Thread.onSpinWait();
      }
      sent.countDown();
    }
  }

  private static boolean isTaken(Person from, Map<String, Object> message) {
    try {
      from.post("/api/messages", message).expect(201);
      return true;
    } catch (UncheckedIOException killed) {
      return false;
    }
  }
}
