package lumina.storage.dynamo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// Says that a transaction wrote nothing because conditions of some items failed.
public final class DynamoConditionFailed extends RuntimeException {
  static final String CODE = "ConditionalCheckFailed";

  private final List<CancellationReason> reasons;

  private DynamoConditionFailed(TransactionCanceledException cancelled) {
    super(cancelled.getMessage(), cancelled, false, false);
    reasons = cancelled.cancellationReasons();
  }

  static Optional<DynamoConditionFailed> in(TransactionCanceledException cancelled) {
    return cancelled.cancellationReasons().stream().anyMatch(it -> CODE.equals(it.code()))
        ? Optional.of(new DynamoConditionFailed(cancelled))
        : Optional.empty();
  }

  /// Whether the condition of this item failed, counted from 0 in the order of the transaction.
  public boolean at(int index) {
    return CODE.equals(reasons.get(index).code());
  }

  /// The first item whose condition failed.
  public int index() {
    return IntStream.range(0, reasons.size()).filter(this::at).findFirst().orElseThrow();
  }

  /// The current state of that item, if its condition asked for `ALL_OLD` and it exists; otherwise
  /// empty.
  public Map<String, AttributeValue> item(int index) {
    return reasons.get(index).item();
  }
}
