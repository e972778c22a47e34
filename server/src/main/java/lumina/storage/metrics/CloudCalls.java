package lumina.storage.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import lumina.metrics.Metrics;
import lumina.metrics.StoreCalls;
import lumina.storage.CloudBackend;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/// Times all calls of DynamoDB and S3, with their retries. A refusal such as "there is no such
/// object" or "a condition does not hold" is an answer, and no error.
@Component
@CloudBackend
class CloudCalls implements ExecutionInterceptor {
  private static final ExecutionAttribute<Long> BEGIN = new ExecutionAttribute<>("LuminaBegin");
  private static final int SERVER_ERROR = 500;

  private final Optional<MeterRegistry> registry;
  private final Map<String, StoreCalls> stores = new ConcurrentHashMap<>();

  CloudCalls(ObjectProvider<Metrics> metrics) {
    registry = Metrics.registryOf(metrics);
  }

  @Override
  public void beforeExecution(Context.BeforeExecution call, ExecutionAttributes attributes) {
    if (registry.isPresent()) {
      attributes.putAttribute(BEGIN, System.nanoTime());
    }
  }

  @Override
  public void afterExecution(Context.AfterExecution call, ExecutionAttributes attributes) {
    record(attributes, false);
  }

  @Override
  public void onExecutionFailure(Context.FailedExecution call, ExecutionAttributes attributes) {
    record(attributes, !isAnswer(call.exception()));
  }

  private static boolean isAnswer(Throwable failure) {
    return failure instanceof AwsServiceException refusal
        && refusal.statusCode() < SERVER_ERROR
        && !refusal.isThrottlingException();
  }

  private void record(ExecutionAttributes attributes, boolean failed) {
    Long begin = attributes.getAttribute(BEGIN);
    if (begin != null) {
      long took = System.nanoTime() - begin;
      String operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
      String service = attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME);
      stores
          .computeIfAbsent(
              service.toLowerCase(Locale.ROOT),
              name -> new StoreCalls(registry.orElseThrow(), name))
          .record(operation, failed, took);
    }
  }
}
