package lumina.check;

import java.io.IOException;
import lumina.check.stored.Stores;
import lumina.http.problem.Problem;
import org.springframework.dao.DataIntegrityViolationException;

/// Says each difference that a check finds, and repairs it if that is possible and wanted. What
/// cannot be read or repaired does not end the check, unless a store is down.
final class Findings {
  private final boolean repairs;
  private final Stores stores;
  private int found;
  private int repaired;

  /// @param repairs whether to repair
  Findings(boolean repairs, Stores stores) {
    this.repairs = repairs;
    this.stores = stores;
  }

  interface Repair {
    /// @return false if it did not help, because what it takes is missing
    /// @throws NotMendable if it did not help for another reason
    boolean did() throws IOException, NotMendable;
  }

  /// Says why something that could be repaired is left as it is.
  static final class NotMendable extends Exception {
    NotMendable(String reason) {
      super(reason);
    }
  }

  /// A repair that always helps, unless it fails.
  interface Mending {
    void mend() throws IOException;
  }

  /// A part of an inspection.
  interface Reading {
    void read() throws IOException;
  }

  /// Reads a row, or all that an inspection is about. If that fails it is one difference.
  ///
  /// @param failure what is said in that case
  /// @param advice what can be done then
  void read(String failure, String advice, Reading reading) {
    try {
      reading.read();
    } catch (IOException | RuntimeException failed) {
      addFailure(failure, advice, failed);
    }
  }

  /// Adds what could not be read, as one difference.
  void addFailure(String failure, String advice, Exception failed) {
    add("%s (%s): %s.".formatted(failure, stores.reason(failed), advice));
  }

  /// @param sentence names what is wrong, and says what can be done
  void add(String sentence) {
    found++;
    System.out.println("- " + sentence);
  }

  /// @param sentence names what is wrong
  void addMendable(String sentence, Mending mending) {
    add(
        sentence,
        () -> {
          mending.mend();
          return true;
        });
  }

  /// @param sentence names what is wrong
  void add(String sentence, Repair repair) {
    if (!repairs) {
      add(sentence + " --repair mends it.");
      return;
    }
    add(sentence);
    try {
      if (repair.did()) {
        repaired++;
        System.out.println("  repaired");
        return;
      }
      System.out.println("  not repaired: what it is made from is missing");
    } catch (Problem.Invalid damaged) {
      System.out.println("  not repaired: what it is made from is damaged");
    } catch (DataIntegrityViolationException refersToLost) {
      System.out.println("  not repaired: what it refers to is missing");
    } catch (NotMendable | IOException | RuntimeException failed) {
      System.out.println("  not repaired: " + stores.reason(failed));
    }
  }

  boolean areGone() {
    return found == repaired;
  }

  /// Whether everything is well, in a sentence.
  @Override
  public String toString() {
    if (found == 0) {
      return "All is well.";
    }
    return "%,d differences, %,d repaired.".formatted(found, repaired);
  }
}
