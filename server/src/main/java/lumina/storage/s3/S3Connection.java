package lumina.storage.s3;

import java.time.Duration;
import lumina.storage.CloudBackend;
import lumina.storage.StartRefused;
import lumina.storage.StartRetry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;

/// Creates the only S3 client, with a limit on every wait.
///
/// The SDK finds credentials and `AWS_ENDPOINT_URL_S3` by itself. The start writes an object first,
/// so that a problem with the bucket is reported now, and not to the first person who uploads.
@Configuration(proxyBeanMethods = false)
@CloudBackend
@Import(S3Settings.class)
public class S3Connection {
  /// Written at every start; the role of the application needs no additional rights for this.
  static final String STARTED = "lumina/started";

  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration SILENCE = Duration.ofSeconds(5);
  private static final Duration FREE_CONNECTION = Duration.ofSeconds(3);
  // Limits the wait for the first byte of an answer; uploads take longer and have their own limit.
  private static final Duration ATTEMPT = Duration.ofSeconds(5);
  private static final Duration CALL = Duration.ofSeconds(15);
  // Each image that is being sent uses one.
  private static final int CONNECTIONS = 200;

  @Bean
  S3Client s3(
      S3Settings settings,
      ObjectProvider<ExecutionInterceptor> interceptors,
      @Value("${storage.patience-seconds:60}") long patience) {
    S3Client client =
        S3Client.builder()
            .region(Region.of(settings.region()))
            .forcePathStyle(settings.pathStyle())
            .httpClientBuilder(http())
            .overrideConfiguration(patience(interceptors))
            .build();
    try {
      if (!settings.lookOnly()) {
        return new StartRetry(patience).await(() -> started(client, settings));
      }
    } catch (StartRefused refused) {
      client.close();
      throw refused;
    }
    return client;
  }

  private static S3Client started(S3Client client, S3Settings settings) {
    try {
      start(client, settings);
      return client;
    } catch (SdkException refused) {
      throw S3Refusal.of(refused, settings);
    }
  }

  private static Apache5HttpClient.Builder http() {
    return Apache5HttpClient.builder()
        .connectionTimeout(CONNECT)
        .socketTimeout(SILENCE)
        .connectionAcquisitionTimeout(FREE_CONNECTION)
        .maxConnections(CONNECTIONS);
  }

  /// Three attempts, with jitter between them. All requests to S3 here can be repeated safely.
  private static ClientOverrideConfiguration patience(
      ObjectProvider<ExecutionInterceptor> interceptors) {
    ClientOverrideConfiguration.Builder patience =
        ClientOverrideConfiguration.builder()
            .retryStrategy(RetryMode.STANDARD)
            .apiCallAttemptTimeout(ATTEMPT)
            .apiCallTimeout(CALL);
    interceptors.orderedStream().forEach(patience::addExecutionInterceptor);
    return patience.build();
  }

  private static void start(S3Client client, S3Settings settings) {
    try {
      write(client, settings.bucket());
    } catch (NoSuchBucketException missing) {
      if (!settings.create()) {
        throw missing;
      }
      create(client, settings);
      write(client, settings.bucket());
    }
  }

  private static void write(S3Client client, String bucket) {
    client.putObject(put -> put.bucket(bucket).key(STARTED), RequestBody.empty());
  }

  private static void create(S3Client client, S3Settings settings) {
    try {
      client.createBucket(bucket(settings));
    } catch (BucketAlreadyOwnedByYouException byAnotherInstance) {
      return; // another instance, at the same moment
    } catch (IllegalArgumentException badName) {
      throw new StartRefused(
          S3Refusal.badName(settings.bucket(), String.valueOf(badName.getMessage())));
    }
  }

  private static CreateBucketRequest bucket(S3Settings settings) {
    CreateBucketRequest.Builder bucket = CreateBucketRequest.builder().bucket(settings.bucket());
    if (!settings.region().equals(Region.US_EAST_1.id())) { // S3 refuses its default here
      bucket.createBucketConfiguration(where -> where.locationConstraint(settings.region()));
    }
    return bucket.build();
  }
}
