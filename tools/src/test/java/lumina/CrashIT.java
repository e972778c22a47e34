package lumina;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lumina.media.Pictures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills the process at arbitrary moments: everything that was confirmed is still there, and
/// nothing else.
class CrashIT {
  private static final int CRASHES = 12;
  private static final int UPLOADERS = 4;
  private static final Pattern PHOTO_FILE = Pattern.compile("([0-9a-f]{32})_");

  @TempDir private Path data;
  private final Queue<String> promised = new ConcurrentLinkedQueue<>();

  @Test
  void no_promised_photo_is_lost_and_no_other_left_however_often_the_server_is_killed()
      throws Exception {
    String cookie;
    try (RunningLumina lumina = RunningLumina.on(data)) {
      cookie = String.valueOf(lumina.stranger().signUp().cookie());
    }
    for (int i = 0; i < CRASHES; i++) {
      uploadUntilKilled(cookie);
    }
    try (RunningLumina lumina = RunningLumina.on(data)) {
      Person ann = signedIn(lumina, cookie);
      assertThat(promised).as("uploads that were answered").hasSizeGreaterThan(CRASHES);
      List<String> listed = everything(ann);
      assertThat(listed).doesNotHaveDuplicates().containsAll(promised);
      for (String id : listed) {
        for (String size : List.of("full", "thumb", "large")) {
          ann.get("/api/photos/" + id + "/image/" + size).expect(200);
        }
      }
      assertThat(photosWithFiles()).isEqualTo(Set.copyOf(listed));
      assertThat(data.resolve("incoming")).isEmptyDirectory();
    }
  }

  private void uploadUntilKilled(String cookie) throws Exception {
    RunningLumina lumina = RunningLumina.on(data);
    Person ann = signedIn(lumina, cookie);
    CountDownLatch some = new CountDownLatch(2);
    List<Thread> uploaders =
        Stream.generate(() -> Thread.ofVirtual().start(() -> uploadForEver(ann, some)))
            .limit(UPLOADERS)
            .toList();
    assertThat(some.await(1, TimeUnit.MINUTES)).as("some were answered").isTrue();
    LockSupport.parkNanos(
        TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextLong(0, 1_000)));
    lumina.kill();
    for (Thread uploader : uploaders) {
      uploader.join();
    }
  }

  private void uploadForEver(Person person, CountDownLatch answered) {
    byte[] photo = Pictures.jpeg(Pictures.noise(800, 600));
    try {
      while (true) {
        Answer answer = person.upload(new Form().file("x.jpg", photo));
        promised.add(answer.expect(201).json().get("photo_id").asString());
        answered.countDown();
      }
    } catch (UncheckedIOException killed) {
      assertThat(killed).hasCauseInstanceOf(IOException.class);
    }
  }

  private static Person signedIn(RunningLumina lumina, String cookie) {
    Person someone = lumina.stranger();
    return new Person(someone.server(), "", 0, cookie);
  }

  private static List<String> everything(Person person) {
    List<String> ids = new java.util.ArrayList<>();
    String next = "/api/photos?scope=profile&limit=200";
    while (next != null) {
      Answer page = person.get(next).expect(200);
      ids.addAll(page.all("photo_id"));
      next = page.next();
    }
    return ids;
  }

  private Set<String> photosWithFiles() throws IOException {
    try (Stream<Path> files = Files.walk(data.resolve("images"))) {
      return files
          .filter(Files::isRegularFile)
          .flatMap(file -> PHOTO_FILE.matcher(file.toString()).results())
          .map((MatchResult found) -> found.group(1))
          .collect(Collectors.toSet());
    }
  }

  @Test
  void sessions_and_photos_survive_a_restart() throws Exception {
    Person ann;
    String id;
    try (RunningLumina lumina = RunningLumina.on(data)) {
      ann = lumina.stranger().signUp();
      id = ann.uploadPhoto("caption", "before");
    }
    try (RunningLumina lumina = RunningLumina.on(data)) {
      Person again = signedIn(lumina, String.valueOf(ann.cookie()));
      assertThat(again.get("/api/photos/" + id).expect(200).json().get("caption").asString())
          .isEqualTo("before");
      again.post("/api/photos/" + id + "/comments", Map.of("text", "after")).expect(201);
    }
  }

  @Test
  void a_second_server_on_the_same_data_is_refused_in_one_sentence() throws Exception {
    try (RunningLumina first = RunningLumina.on(data);
        RunningLumina second = RunningLumina.on(data)) {
      assertThat(second.exitCode()).isNotZero();
      assertThat(second.said())
          .contains("Another Lumina is running on " + data)
          .doesNotContain("\tat ");
      first.stranger().get("/api/health").expect(200);
    }
  }

  @Test
  void a_hundred_megapixels_are_taken_in_with_a_small_heap() throws Exception {
    try (RunningLumina lumina = RunningLumina.on(data, "-Xmx128m")) {
      Person ann = lumina.stranger().signUp();
      byte[] jpeg = Pictures.write(Pictures.quarters(10_000, 10_000), "jpg");
      Answer answer = ann.upload(new Form().file("huge.jpg", jpeg)).expect(201);
      assertThat(answer.json().get("width").asInt()).isEqualTo(10_000);
      ann.get(answer.json().get("thumbnail_url").asString()).expect(200);
    }
  }
}
