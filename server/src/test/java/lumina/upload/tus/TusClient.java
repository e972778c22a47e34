package lumina.upload.tus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import lumina.Answer;
import lumina.Person;

/// Sends files by the protocol tus, as a client of it.
public record TusClient(Person person) {
  static final String BYTES = "application/offset+octet-stream";

  HttpRequest.Builder request(String path) {
    return person.request(path).header("Tus-Resumable", "1.0.0");
  }

  static String metadata(String... fields) {
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < fields.length; i += 2) {
      byte[] value = fields[i + 1].getBytes(StandardCharsets.UTF_8);
      pairs.add(fields[i] + " " + Base64.getEncoder().encodeToString(value));
    }
    return String.join(",", pairs);
  }

  /// Begins an upload.
  ///
  /// @param fields names and values of the metadata
  public Answer create(long size, String... fields) {
    HttpRequest.Builder request = request("/api/tus").header("Upload-Length", Long.toString(size));
    if (fields.length > 0) {
      request.header("Upload-Metadata", metadata(fields));
    }
    return person.send(request.POST(BodyPublishers.noBody()));
  }

  /// Begins an upload, and returns its address.
  public String begin(long size, String... fields) {
    return String.valueOf(create(size, fields).expect(201).header("Location"));
  }

  /// Sends the bytes from `start` to `end`.
  public Answer send(String upload, byte[] file, int start, int end, String... headers) {
    HttpRequest.Builder request =
        request(upload)
            .header("Upload-Offset", Integer.toString(start))
            .header("Content-Type", BYTES);
    if (headers.length > 0) {
      request.headers(headers);
    }
    byte[] part = Arrays.copyOfRange(file, start, end);
    return person.send(request.method("PATCH", BodyPublishers.ofByteArray(part)));
  }

  /// Sends the first bytes of a file as if more followed, which never do.
  ///
  /// @param until the end of the wait for an answer
  public Answer sendUntil(CountDownLatch until, String upload, byte[] file, int end) {
    InputStream first = new ByteArrayInputStream(file, 0, end);
    InputStream waiting =
        new InputStream() {
          @Override
          public int read(byte[] into, int offset, int length) throws IOException {
            return read();
          }

          @Override
          public int read() throws IOException {
            try {
              until.await();
              throw new IOException("That was all");
            } catch (InterruptedException e) {
              throw new IOException(e);
            }
          }
        };
    HttpRequest.Builder request =
        request(upload).header("Upload-Offset", "0").header("Content-Type", BYTES);
    return person.send(
        request.method(
            "PATCH", BodyPublishers.ofInputStream(() -> new SequenceInputStream(first, waiting))));
  }

  public Answer head(String upload) {
    return person.send(request(upload).method("HEAD", BodyPublishers.noBody()));
  }

  public Answer end(String upload) {
    return person.send(request(upload).DELETE());
  }

  /// How many bytes have arrived.
  public int offset(String upload) {
    return Integer.parseInt(String.valueOf(head(upload).expect(200).header("Upload-Offset")));
  }

  /// The id of the photo that an answer tells.
  public static String photo(Answer answer) {
    String id = answer.header("Lumina-Photo-Id");
    assertThat(id).as("%s", answer).isNotNull();
    return String.valueOf(id);
  }
}
