package lumina.transfer;

import java.text.Collator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lumina.command.CommandRefused;

/// Explains why the target cannot store a person. People are never skipped, since all other records
/// belong to them.
///
/// @param people in the target
/// @param address of the target
record PersonConflict(Records people, String address) {
  CommandRefused refusal(EntityRecord person, Throwable why) {
    for (String field : List.of("email", "username")) {
      List<EntityRecord> same = new ArrayList<>();
      people.each(
          page ->
              page.stream()
                  .filter(other -> isSame(other.text(field), person.text(field)))
                  .filter(other -> other.number("id") != person.number("id"))
                  .forEach(same::add));
      if (!same.isEmpty()) {
        return refusal(person, same.getFirst(), field);
      }
    }
    return new CommandRefused(
        "Person %d (%s) cannot be stored in %s (%s): change that, and run this command again."
            .formatted(person.number("id"), person.text("username"), address, why.getMessage()));
  }

  private CommandRefused refusal(EntityRecord person, EntityRecord other, String field) {
    return new CommandRefused(
        "Two people would have the same %s in %s: %s (person %d) and %s (person %d); change one of them, and run this command again."
            .formatted(
                field.equals("email") ? "address" : "name",
                address,
                other.text(field),
                other.number("id"),
                person.text(field),
                person.number("id")));
  }

  /// Compares like MySQL, without case and accents.
  private static boolean isSame(String one, String other) {
    Collator letters = Collator.getInstance(Locale.ROOT);
    letters.setStrength(Collator.PRIMARY);
    letters.setDecomposition(Collator.FULL_DECOMPOSITION);
    return letters.compare(one.strip(), other.strip()) == 0;
  }
}
