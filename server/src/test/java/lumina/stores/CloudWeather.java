package lumina.stores;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// Records the requests of the SDK to its services, and makes some attempts fail like a service
/// that throttles or has an internal error.
public final class CloudWeather implements ExecutionInterceptor {
  /// Errors that mean: try again later.
  public enum Refusal {
    DYNAMODB_THROTTLED("DynamoDb", 400, "ProvisionedThroughputExceededException"),
    DYNAMODB_BROKEN("DynamoDb", 500, "InternalServerError"),
    S3_THROTTLED("S3", 503, "SlowDown"),
    S3_BROKEN("S3", 500, "InternalError");

    private final String service;
    private final int status;
    private final String code;

    Refusal(String service, int status, String code) {
      this.service = service;
      this.status = status;
      this.code = code;
    }

    private AwsServiceException exception() {
      AwsServiceException.Builder builder =
          service.equals("S3") ? S3Exception.builder() : DynamoDbException.builder();
      return builder
          .statusCode(status)
          .message(code)
          .awsErrorDetails(
              AwsErrorDetails.builder()
                  .serviceName(service)
                  .errorCode(code)
                  .errorMessage("as ordered")
                  .build())
          .build();
    }
  }

  /// @param meets whether an attempt fails
  private record Order(Refusal refusal, Predicate<ExecutionAttributes> meets) {}

  private static final ExecutionAttribute<Boolean> REFUSED =
      new ExecutionAttribute<>("RefusedByWeather");

  private final List<Order> orders = new CopyOnWriteArrayList<>();
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private final Map<Integer, Integer> detours = new ConcurrentHashMap<>();

  /// From now on every attempt fails like this.
  public void refuseAll(Refusal refusal) {
    orders.add(new Order(refusal, _ -> true));
  }

  /// From now on the first attempt of each call fails like this.
  public void refuseSome(Refusal refusal) {
    orders.add(new Order(refusal, call -> call.getAttribute(REFUSED) == null));
  }

  /// From now on this share of all attempts fails like this.
  public void refuse(Refusal refusal, double share) {
    orders.add(new Order(refusal, _ -> ThreadLocalRandom.current().nextDouble() < share));
  }

  public void clear() {
    orders.clear();
  }

  /// From now on requests to this port go to another one.
  void redirect(int port, int other) {
    detours.put(port, other);
  }

  @Override
  public SdkHttpRequest modifyHttpRequest(
      Context.ModifyHttpRequest call, ExecutionAttributes attributes) {
    SdkHttpRequest request = call.httpRequest();
    return request.toBuilder().port(detours.getOrDefault(request.port(), request.port())).build();
  }

  /// The calls so far, such as `S3.PutObject`; clears the list.
  public List<String> calls() {
    List<String> all = List.copyOf(calls);
    calls.clear();
    return all;
  }

  @Override
  public void beforeExecution(Context.BeforeExecution call, ExecutionAttributes attributes) {
    calls.add(
        attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME)
            + "."
            + attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME));
  }

  @Override
  public void beforeTransmission(Context.BeforeTransmission call, ExecutionAttributes attributes) {
    String service = attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME);
    for (Order order : orders) {
      if (order.refusal().service.equals(service) && order.meets().test(attributes)) {
        attributes.putAttribute(REFUSED, true);
        throw order.refusal().exception();
      }
    }
  }
}
