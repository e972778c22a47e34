package lumina.transfer;

import lumina.storage.StartRefused;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/// Refuses to start a server on the target of an unfinished move.
@Component
@ConditionalOnWebApplication
record UnfinishedTransfer(TransferMark note) implements SmartInitializingSingleton {
  @Override
  public void afterSingletonsInstantiated() {
    note.read()
        .filter(it -> !it.isFinished())
        .ifPresent(
            it -> {
              throw new StartRefused(
                  "A move from %s to here is not finished: run bin/lumina move again, or start with empty stores."
                      .formatted(it.source()));
            });
  }
}
