package lumina.imports;

import lumina.command.CommandRefused;

/// Thrown in the midst of an import whose person has deleted their account, or is just deleting it.
final class ImportStopped extends CommandRefused {
  ImportStopped() {
    super("The account to import into is deleted.");
  }
}
