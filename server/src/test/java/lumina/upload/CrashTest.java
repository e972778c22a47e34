package lumina.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
import lumina.Answer;
import lumina.Form;
import lumina.Person;
import lumina.media.Pictures;
import lumina.process.LuminaProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills the process at arbitrary moments: everything that was confirmed is still there, and
/// nothing else.
class CrashTest {
  private static final int CRASHES = 12;
  private static final int UPLOADERS = 4;
  private static final Pattern ADDRESS = Pattern.compile("Lumina is at (http://localhost:\\d+)");
  private static final Pattern PHOTO_FILE = Pattern.compile("([0-9a-f]{32})_");

  @TempDir private Path data;
  private final Queue<String> promised = new ConcurrentLinkedQueue<>();

  @Test
  void no_promised_photo_is_lost_and_no_other_left_however_often_the_server_is_killed()
      throws Exception {
    LuminaProcess first = start();
    String cookie = String.valueOf(Person.stranger(address(first)).signUp().cookie());
    first.stop();
    for (int i = 0; i < CRASHES; i++) {
      uploadUntilKilled(cookie);
    }
    LuminaProcess last = start();
    try {
      Person ann = signedIn(last, cookie);
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
    } finally {
      last.stop();
    }
  }

  private void uploadUntilKilled(String cookie) throws Exception {
    LuminaProcess lumina = start();
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

  private LuminaProcess start() {
    return LuminaProcess.start(Map.of("LUMINA_DATA", data.toString(), "PORT", "0"))
        .until(line -> ADDRESS.matcher(line).find());
  }

  private static Person signedIn(LuminaProcess lumina, String cookie) {
    return new Person(address(lumina), "", 0, cookie);
  }

  private static String address(LuminaProcess lumina) {
    return ADDRESS
        .matcher(lumina.said())
        .results()
        .map(found -> found.group(1))
        .findAny()
        .orElseThrow(() -> new IllegalStateException(lumina.said()));
  }

  private static List<String> everything(Person person) {
    List<String> ids = new ArrayList<>();
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
}
