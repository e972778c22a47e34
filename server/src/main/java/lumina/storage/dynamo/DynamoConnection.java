package lumina.storage.dynamo;

import java.time.Duration;
import lumina.storage.CloudBackend;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/// The client of DynamoDB, with short timeouts and early retries, since DynamoDB usually answers in
/// milliseconds.
///
/// The SDK finds credentials and another endpoint (`AWS_ENDPOINT_URL_DYNAMODB`) by itself.
@Configuration(proxyBeanMethods = false)
@CloudBackend
class DynamoConnection {
  private static final StandardRetryStrategy RETRIES =
      AwsRetryStrategy.standardRetryStrategy().toBuilder()
          .maxAttempts(4)
          .backoffStrategy(
              BackoffStrategy.exponentialDelay(Duration.ofMillis(25), Duration.ofSeconds(1)))
          .throttlingBackoffStrategy(
              BackoffStrategy.exponentialDelay(Duration.ofMillis(100), Duration.ofSeconds(1)))
          .build();

  @Bean
  DynamoDbClient dynamoDbClient(
      @Value("${storage.region}") String region,
      ObjectProvider<ExecutionInterceptor> interceptors) {
    DynamoDbClientBuilder builder =
        DynamoDbClient.builder()
            .httpClientBuilder(
                Apache5HttpClient.builder()
                    .connectionTimeout(Duration.ofSeconds(1))
                    .maxConnections(200))
            .overrideConfiguration(
                it -> {
                  it.retryStrategy(RETRIES)
                      .apiCallAttemptTimeout(Duration.ofSeconds(2))
                      .apiCallTimeout(Duration.ofSeconds(5));
                  interceptors.orderedStream().forEach(it::addExecutionInterceptor);
                });
    if (!region.isBlank()) {
      builder.region(Region.of(region));
    }
    try {
      return builder.build();
    } catch (SdkException noRegion) {
      throw DynamoRefusal.of(noRegion, "", "");
    }
  }
}
