package lumina.upload.tus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lumina.Answer;
import lumina.Person;
import lumina.media.Pictures;
import lumina.process.LuminaProcess;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills the process at arbitrary moments during resumable uploads: each goes on where it was, and
/// becomes one photo.
class TusCrashTest {
  private static final int CRASHES = 3;
  private static final int FILES = 4;
  private static final int PIECE = 40_000;
  private static final Pattern ADDRESS = Pattern.compile("Lumina is at (http://localhost:\\d+)");

  @TempDir private Path data;

  @Test
  void no_acknowledged_byte_is_lost_and_no_photo_made_twice_however_often_the_server_is_killed()
      throws Exception {
    List<Sending> files = Stream.generate(Sending::new).limit(FILES).toList();
    LuminaProcess lumina = start();
    String cookie = String.valueOf(Person.stranger(address(lumina)).signUp().cookie());
    for (int i = 0; i < CRASHES; i++) {
      CountDownLatch some = new CountDownLatch(FILES);
      List<Thread> senders = goOn(files, signedIn(lumina, cookie), some);
      assertThat(some.await(1, TimeUnit.MINUTES)).as("some pieces were acknowledged").isTrue();
      LockSupport.parkNanos(
          TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextLong(0, 200)));
      lumina.kill();
      for (Thread sender : senders) {
        sender.join();
      }
      lumina = start();
    }
    Person ann = signedIn(lumina, cookie);
    for (Thread sender : goOn(files, ann, new CountDownLatch(0))) {
      sender.join();
    }
    assertThat(ann.get("/api/photos?scope=profile").all("photo_id"))
        .containsExactlyInAnyOrderElementsOf(files.stream().map(Sending::photo).toList());
    for (Sending file : files) {
      assertThat(ann.get("/api/photos/" + file.photo() + "/image/full").bytes())
          .isEqualTo(file.bytes);
    }
    assertThat(data.resolve("uploads")).isEmptyDirectory();
    lumina.stop();
  }

  private static List<Thread> goOn(List<Sending> files, Person owner, CountDownLatch answers) {
    return files.stream()
        .map(file -> Thread.ofVirtual().start(() -> file.goOn(new TusClient(owner), answers)))
        .toList();
  }

  /// A file, and what a client knows of its upload.
  private static final class Sending {
    private final byte[] bytes = Pictures.jpeg(Pictures.noise(900, 700));
    private @Nullable String upload;
    private @Nullable String photo;
    private int acknowledged;

    void goOn(TusClient tus, CountDownLatch answers) {
      try {
        if (upload == null) {
          upload = tus.begin(bytes.length);
        }
        while (photo == null) {
          Answer head = tus.head(upload).expect(200);
          int offset = Integer.parseInt(String.valueOf(head.header("Upload-Offset")));
          assertThat(offset).isGreaterThanOrEqualTo(acknowledged);
          photo = head.header("Lumina-Photo-Id");
          if (photo == null) {
            send(tus, upload, offset);
          }
          answers.countDown();
        }
      } catch (UncheckedIOException killed) {
        assertThat(killed).hasCauseInstanceOf(java.io.IOException.class);
      }
    }

    private void send(TusClient tus, String upload, int offset) {
      int end = Math.min(offset + PIECE, bytes.length);
      Answer sent = tus.send(upload, bytes, offset, end).expect(204);
      acknowledged = end;
      photo = sent.header("Lumina-Photo-Id");
    }

    String photo() {
      return String.valueOf(photo);
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
}
