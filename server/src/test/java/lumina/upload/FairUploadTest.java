package lumina.upload;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import lumina.Answer;
import lumina.Form;
import lumina.Person;
import lumina.ServerTest;
import lumina.media.Samples;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@Tag("local")
@ServerTest
class FairUploadTest {
  @LocalServerPort private int port;

  /// A file of less than a kilobyte whose 24 megapixels take seconds to decode.
  private static Form slowPicture() {
    try {
      return new Form().file("x.avif", Samples.bytes("slow.avif"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void slow_pictures_of_one_person_do_not_hold_up_another_one() {
    Person ann = Person.signUp(port);
    Person ben = Person.signUp(port);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Answer>> slow =
          Stream.generate(() -> supplyAsync(() -> ann.upload(slowPicture()), threads))
              .limit(6)
              .toList();
      CompletableFuture.anyOf(slow.toArray(CompletableFuture[]::new)).join();
      ben.uploadPhoto();
      long done = slow.stream().filter(Future::isDone).count();

      // In one queue for all, Ben's first turn would come after four.
      assertThat(done).isLessThan(4);
      slow.forEach(each -> each.join().expect(201));
    }
  }
}
