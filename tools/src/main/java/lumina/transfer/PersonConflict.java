package lumina.transfer;

import java.util.List;
import lumina.command.CommandRefused;

/// Explains why the target cannot store a person. People are never skipped, since all other records
/// belong to them.
///
/// @param rows of the target, which knows best which texts it considers equal
/// @param address of the target
record PersonConflict(SqlRows rows, String address) {
  CommandRefused refusal(EntityRecord person, Throwable why) {
    for (String field : List.of("email", "username")) {
      String others = "SELECT * FROM users WHERE %1$s = :%1$s AND id <> :id".formatted(field);
      List<EntityRecord> same = rows.read(Entity.PEOPLE, others, person.values());
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
}
