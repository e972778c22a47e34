package lumina.storage.sqlite;

import java.lang.management.ManagementFactory;
import jdk.management.VirtualThreadSchedulerMXBean;

/// Adds a carrier thread for each transaction beyond the usual ones. A native call of SQLite keeps
/// the carrier of its virtual thread, so slow queries would stop everything else
/// (docs/decisions/0042).
final class Carriers {
  private static final int CORES = Runtime.getRuntime().availableProcessors();
  static final int USUAL = Integer.getInteger("jdk.virtualThreadScheduler.parallelism", CORES);

  private static int transactions;

  /// Loaded when it is needed, which is not before a place is busy.
  private static final class Scheduler {
    private static final VirtualThreadSchedulerMXBean BEAN =
        ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class);
  }

  private Carriers() {}

  static void transactionBegan() {
    change(1);
  }

  static void transactionEnded() {
    change(-1);
  }

  private static synchronized void change(int by) {
    int before = wanted();
    transactions += by;
    int now = wanted();
    if (now != before) {
      Scheduler.BEAN.setParallelism(now);
    }
    if (now > before) {
      // A new carrier looks for work only when some is added.
      Thread.startVirtualThread(() -> {});
    }
  }

  private static int wanted() {
    return Math.max(USUAL, CORES + transactions);
  }
}
