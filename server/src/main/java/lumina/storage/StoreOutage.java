package lumina.storage;

import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import software.amazon.awssdk.core.exception.SdkException;

/// Tells failures of a store from bugs, outside of requests.
public final class StoreOutage {
  private StoreOutage() {}

  public static boolean is(RuntimeException failure) {
    return failure instanceof DataAccessException
        || failure instanceof TransactionException
        || failure instanceof SdkException;
  }
}
