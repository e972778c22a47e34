package lumina.check;

import java.io.IOException;
import lumina.http.problem.Problem;
import org.springframework.dao.DataIntegrityViolationException;

/// Says each difference that a check finds, and repairs it if that is possible and wanted.
final class Findings {
  private final boolean repairs;
  private int found;
  private int repaired;

  /// @param repairs whether to repair
  Findings(boolean repairs) {
    this.repairs = repairs;
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
    } catch (NotMendable | IOException | Problem failed) {
      System.out.println("  not repaired: " + failed.getMessage());
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
