package lumina.storage.dynamo;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/// Injects faults between the SDK and DynamoDB: fails requests before they are executed, loses
/// responses, leaves parts of batches unprocessed, and records the requests.
final class DynamoFaults implements ExecutionInterceptor {
  private static final ExecutionAttribute<Map<String, ?>> UNDONE =
      new ExecutionAttribute<>("Undone");

  private final Queue<RuntimeException> before = new ConcurrentLinkedQueue<>();
  private final Queue<RuntimeException> after = new ConcurrentLinkedQueue<>();
  private final Queue<String> sent = new ConcurrentLinkedQueue<>();
  private volatile IntUnaryOperator doneOf = size -> size;

  /// The next attempts fail in this order, and nothing is executed.
  void failNext(RuntimeException... failures) {
    before.addAll(List.of(failures));
  }

  /// The next attempt is executed, but its response is lost.
  void loseNextAnswer(RuntimeException failure) {
    after.add(failure);
  }

  /// From now on only this many entries of each batch are processed.
  void doOnly(IntUnaryOperator part) {
    doneOf = part;
  }

  /// The operations sent so far, including failed ones; clears the list.
  List<String> sent() {
    List<String> all = List.copyOf(sent);
    sent.clear();
    return all;
  }

  static DynamoDbException error(String code, String message) {
    return (DynamoDbException)
        DynamoDbException.builder()
            .statusCode(400)
            .message(message)
            .awsErrorDetails(
                AwsErrorDetails.builder().errorCode(code).errorMessage(message).build())
            .build();
  }

  static TransactionConflictException conflict() {
    return TransactionConflictException.builder()
        .statusCode(400)
        .awsErrorDetails(
            AwsErrorDetails.builder().errorCode("TransactionConflictException").build())
        .build();
  }

  static TransactionCanceledException cancelled(String... codes) {
    return TransactionCanceledException.builder()
        .cancellationReasons(
            Stream.of(codes).map(code -> CancellationReason.builder().code(code).build()).toList())
        .message("Transaction cancelled")
        .awsErrorDetails(
            AwsErrorDetails.builder().errorCode("TransactionCanceledException").build())
        .build();
  }

  @Override
  public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes call) {
    sent.add(call.getAttribute(SdkExecutionAttribute.OPERATION_NAME));
    throwNext(before);
  }

  @Override
  public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes call) {
    throwNext(after);
  }

  private static void throwNext(Queue<RuntimeException> failures) {
    RuntimeException failure = failures.poll();
    if (failure != null) {
      throw failure;
    }
  }

  @Override
  public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes call) {
    return switch (context.request()) {
      case BatchGetItemRequest get -> {
        var one = get.requestItems().entrySet().iterator().next();
        KeysAndAttributes some =
            keys(split(one.getKey(), one.getValue().keys(), call, DynamoFaults::keys));
        yield get.toBuilder().requestItems(Map.of(one.getKey(), some)).build();
      }
      case BatchWriteItemRequest write -> {
        var one = write.requestItems().entrySet().iterator().next();
        List<WriteRequest> some = split(one.getKey(), one.getValue(), call, it -> it);
        yield write.toBuilder().requestItems(Map.of(one.getKey(), some)).build();
      }
      default -> context.request();
    };
  }

  /// Returns the entries to process, and keeps the others for the response.
  private <T, U> List<T> split(
      String table, List<T> all, ExecutionAttributes call, Function<List<T>, U> asAnswered) {
    int done = doneOf.applyAsInt(all.size());
    List<T> rest = all.subList(done, all.size());
    call.putAttribute(UNDONE, rest.isEmpty() ? Map.of() : Map.of(table, asAnswered.apply(rest)));
    return all.subList(0, done);
  }

  @Override
  @SuppressWarnings("unchecked") // split() stores these types
  public SdkResponse modifyResponse(Context.ModifyResponse context, ExecutionAttributes call) {
    return switch (context.response()) {
      case BatchGetItemResponse got ->
          got.toBuilder()
              .unprocessedKeys((Map<String, KeysAndAttributes>) call.getAttribute(UNDONE))
              .build();
      case BatchWriteItemResponse wrote ->
          wrote.toBuilder()
              .unprocessedItems((Map<String, List<WriteRequest>>) call.getAttribute(UNDONE))
              .build();
      default -> context.response();
    };
  }

  private static KeysAndAttributes keys(List<Map<String, AttributeValue>> keys) {
    return KeysAndAttributes.builder().keys(keys).consistentRead(true).build();
  }
}
