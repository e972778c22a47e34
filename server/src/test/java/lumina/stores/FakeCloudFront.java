package lumina.stores;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// A fake of CloudFront's invalidations in this process: records the requests, and answers as a
/// test demands.
public final class FakeCloudFront implements AutoCloseable {
  private static final Pattern PATH = Pattern.compile("<Path>([^<]*)</Path>");
  private static final String DONE =
      """
      <Invalidation><Id>I1</Id><Status>InProgress</Status>\
      <CreateTime>2026-11-28T08:00:00Z</CreateTime></Invalidation>""";

  /// A request; `to` is its method and path.
  public record Asked(String to, String signature, List<String> paths) {}

  private final BlockingQueue<Asked> asked = new LinkedBlockingQueue<>();
  private final HttpServer http;
  private volatile int status = 201;
  private volatile CountDownLatch answers = new CountDownLatch(0);

  private FakeCloudFront(HttpServer http) {
    this.http = http;
  }

  /// Starts it and lets the SDK of this JVM find it.
  public static FakeCloudFront start() {
    try {
      InetSocketAddress anywhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      HttpServer http = HttpServer.create(anywhere, 0);
      FakeCloudFront fake = new FakeCloudFront(http);
      http.createContext("/", fake::answer);
      http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      http.start();
      System.setProperty(
          "aws.endpointUrlCloudFront", "http://localhost:" + http.getAddress().getPort());
      return fake;
    } catch (IOException e) {
      throw new IllegalStateException("No fake of CloudFront", e);
    }
  }

  public void answerWith(int status) {
    this.status = status;
  }

  /// Does not answer until it is repaired.
  public void hang() {
    answers = new CountDownLatch(1);
  }

  public void mend() {
    status = 201;
    answers.countDown();
  }

  /// Waits for the first request that names this path.
  public Asked toForget(String path) throws InterruptedException {
    Asked next = next();
    while (!next.paths().contains(path)) {
      next = next();
    }
    return next;
  }

  private Asked next() throws InterruptedException {
    Asked next = asked.poll(1, TimeUnit.MINUTES);
    if (next == null) {
      throw new AssertionError("CloudFront was not asked");
    }
    return next;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      asked.add(
          new Asked(
              exchange.getRequestMethod() + " " + exchange.getRequestURI(),
              String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
              PATH.matcher(body).results().map(it -> it.group(1)).toList()));
      answers.await();
      byte[] answer = DONE.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, answer.length);
      exchange.getResponseBody().write(answer);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    mend();
    http.stop(0);
    System.clearProperty("aws.endpointUrlCloudFront");
  }
}
