package lumina.survival;

import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicLong;
import lumina.Answer;
import lumina.Person;
import lumina.upload.tus.TusClient;
import org.jspecify.annotations.Nullable;

/// Sends a file in pieces, however often the server dies, and counts the bytes that it sends again.
final class ResumedUpload {
  private final TusClient tus;
  private final Patience patience;
  private final Ledger ledger;
  private final AtomicLong again;

  /// @param again grows by the bytes that are sent again
  ResumedUpload(Person person, Patience patience, Ledger ledger, AtomicLong again) {
    tus = new TusClient(person);
    this.patience = patience;
    this.ledger = ledger;
    this.again = again;
  }

  /// Returns the photo's id.
  ///
  /// @param piece how many bytes one request has
  String send(String name, byte[] file, int piece, String... metadata) {
    String upload =
        String.valueOf(patience.ask(() -> tus.create(file.length, metadata)).header("Location"));
    int acknowledged = 0;
    int sent = 0;
    while (true) {
      Answer head = patience.ask(() -> tus.head(upload));
      String photo = head.header("Lumina-Photo-Id");
      if (photo != null) {
        return photo;
      }
      int offset = offset(head);
      if (offset < acknowledged) {
        ledger.fault("%s has %d bytes, not %d".formatted(name, offset, acknowledged));
      }
      again.addAndGet(Math.max(0, sent - offset));
      for (Answer answer = head; answer != null; ) {
        acknowledged = offset(answer);
        if (answer.header("Lumina-Photo-Id") != null) {
          return String.valueOf(answer.header("Lumina-Photo-Id"));
        }
        sent = Math.min(acknowledged + piece, file.length);
        answer = once(upload, file, acknowledged, sent);
      }
      patience.pause();
    }
  }

  private static int offset(Answer answer) {
    return Integer.parseInt(String.valueOf(answer.header("Upload-Offset")));
  }

  /// Returns null if the bytes may not have arrived.
  private @Nullable Answer once(String upload, byte[] file, int start, int end) {
    try {
      Answer answer = tus.send(upload, file, start, end);
      if (Patience.isLater(answer)) {
        return null;
      }
      patience.answered();
      return answer.expect(204);
    } catch (UncheckedIOException dead) {
      return null;
    }
  }
}
