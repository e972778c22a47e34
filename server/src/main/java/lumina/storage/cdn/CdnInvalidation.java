package lumina.storage.cdn;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import lumina.storage.CloudBackend;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudfront.model.InvalidationBatch;

/// Invalidates files in CloudFront if `CDN_DISTRIBUTION_ID` is set; otherwise does nothing.
///
/// It runs in the background. Failures are published as [Failed], so that they can be retried.
@Component
@CloudBackend
public class CdnInvalidation implements DisposableBean {
  /// The invalidation of these paths failed.
  public record Failed(List<String> paths) {}

  private static final Logger log = LoggerFactory.getLogger(CdnInvalidation.class);
  // Paths that arrive together are sent together, such as all photos of an account.
  private static final Duration GATHERING = Duration.ofSeconds(1);
  // CloudFront processes at most 15 paths with a `*` at a time, and each costs money.
  private static final int MAX_PATHS = 10;
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration CALL = Duration.ofSeconds(20);
  private static final long SHUTDOWN_TIMEOUT_SECONDS = 5;

  private final String distribution;
  private final ApplicationEventPublisher events;
  private final @Nullable CloudFrontClient cloudFront;
  private final Set<String> waiting = new LinkedHashSet<>();
  private final ScheduledExecutorService worker =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("cdn").factory());

  CdnInvalidation(
      @Value("${storage.cdn.distribution-id}") String distribution,
      ApplicationEventPublisher events) {
    this.distribution = distribution.strip();
    this.events = events;
    cloudFront = this.distribution.isEmpty() ? null : client();
  }

  /// CloudFront is global, and its requests are signed for this one region.
  private static CloudFrontClient client() {
    return CloudFrontClient.builder()
        .region(Region.US_EAST_1)
        .httpClientBuilder(Apache5HttpClient.builder().connectionTimeout(CONNECT))
        .overrideConfiguration(patience -> patience.apiCallTimeout(CALL))
        .build();
  }

  /// @param prefix a folder, and the start of the file names in it
  public void forget(String prefix) {
    if (cloudFront != null && add(List.of("/" + prefix + "*"))) {
      var _ = worker.schedule(this::sendAll, GATHERING.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void sendAll() {
    List<String> paths = takeAll();
    if (paths.isEmpty()) {
      return; // sent together with others
    }
    try {
      send(paths);
    } catch (SdkException failed) {
      log.warn(
          "CloudFront invalidation of {} failed, a job retries it: {}", paths, failed.getMessage());
      events.publishEvent(new Failed(paths));
    }
  }

  /// Invalidates paths while the caller waits.
  ///
  /// @param paths as in [Failed]
  /// @throws SdkException if the request fails
  public void send(List<String> paths) {
    if (cloudFront != null) {
      var _ =
          cloudFront.createInvalidation(
              ask -> ask.distributionId(distribution).invalidationBatch(of(paths)));
    }
  }

  /// CloudFront executes requests with the same reference only once.
  private static InvalidationBatch of(List<String> paths) {
    return InvalidationBatch.builder()
        .paths(some -> some.quantity(paths.size()).items(paths))
        .callerReference(UUID.randomUUID().toString())
        .build();
  }

  private synchronized boolean add(List<String> paths) {
    return waiting.addAll(paths);
  }

  /// Takes the waiting paths; if there are many, their whole folders: the edges fetch again the
  /// files that still exist.
  private synchronized List<String> takeAll() {
    boolean many = waiting.size() > MAX_PATHS;
    List<String> paths =
        waiting.stream()
            .map(path -> many ? path.replaceFirst("/[^/]*$", "/*") : path)
            .distinct()
            .toList();
    waiting.clear();
    return paths;
  }

  @Override
  public void destroy() throws InterruptedException {
    worker.shutdown();
    if (!worker.awaitTermination(SHUTDOWN_TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
      worker.shutdownNow();
    }
    if (cloudFront != null) {
      cloudFront.close();
    }
  }
}
