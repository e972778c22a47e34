package lumina.transfer;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lumina.command.Command;
import lumina.command.CommandRefused;
import lumina.command.Offline;
import lumina.search.PhotoSearchBackfill;
import lumina.storage.DataFolder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.stereotype.Component;

/// The command `move`: copies all data of this backend to the other one, and compares both.
///
/// It changes nothing here. After an interruption it continues when it is run again.
@Component("move")
@ConditionalOnNotWebApplication
class Transfer implements Command {
  private final ApplicationContext here;
  private final Library source;
  private final Offline offline;

  Transfer(ApplicationContext here, Library source, Offline offline) {
    this.here = here;
    this.source = source;
    this.offline = offline;
  }

  @Override
  public int run(List<String> arguments) {
    String to = source.isLocal() ? "dynamodb" : "local";
    if (arguments.contains("--dry-run")) {
      say(Manifest.of(source, row -> true).toString());
      say("All this would be copied to %s. Nothing was changed.".formatted(to));
      return 0;
    }
    try (ConfigurableApplicationContext there = offline.open(Map.of("storage.backend", to))) {
      return move(there.getBean(Library.class), there);
    }
  }

  private int move(Library target, ApplicationContext there) {
    Optional<TransferMark.Note> before = target.mark().read();
    if (before.isPresent() && before.get().isFinished()) {
      return compareOnly(target, before.get());
    }
    begin(target, before);
    copy(target, (source.isLocal() ? here : there).getBean(DataFolder.class), before.isPresent());
    if (!compare(target)) {
      return 1;
    }
    say("Writing the words by which photos are found.");
    there.getBean(PhotoSearchBackfill.class).rebuild();
    target.mark().finish();
    say("Everything is in %s now.".formatted(target.address()));
    return 0;
  }

  /// A finished copy may have been used since, and its new data must not be lost.
  private int compareOnly(Library target, TransferMark.Note note) {
    if (note.source().equals(source.address()) && compare(target)) {
      say("Everything was copied already.");
      return 0;
    }
    throw new CommandRefused(
        "%s has been in use since a move finished at %s: a move needs empty stores."
            .formatted(target.address(), Instant.ofEpochMilli(note.finishedAt())));
  }

  private void begin(Library target, Optional<TransferMark.Note> before) {
    if (before.isEmpty() && !target.isEmpty()) {
      throw new CommandRefused(
          "There are people or photos in %s already: a move needs empty stores."
              .formatted(target.address()));
    }
    if (before.isEmpty()) {
      target.mark().begin(source.address());
    } else if (!before.get().source().equals(source.address())) {
      throw new CommandRefused(
          "%s holds an unfinished copy of %s: finish that move, or use empty stores."
              .formatted(target.address(), before.get().source()));
    }
    target.skipped().clear();
  }

  /// @param again whether an earlier attempt was interrupted
  private void copy(Library target, DataFolder folder, boolean again) {
    say("From %s to %s".formatted(source.address(), target.address()));
    LibraryCopy copying = new LibraryCopy(source, target, folder.incoming(), Transfer::say);
    if (again) {
      copying.tidy();
    }
    copying.copy();
  }

  private boolean compare(Library target) {
    Manifest wanted = Manifest.of(source, row -> !target.skipped().has(row));
    Manifest found = Manifest.of(target, row -> true);
    say(wanted.beside(found));
    if (target.skipped().count() > 0) {
      say(
          "Left out: %,d records that cannot be stored there, listed above."
              .formatted(target.skipped().count()));
    }
    if (!wanted.isAs(found)) {
      say("They differ. Stop all servers of both backends, and run this command again.");
    }
    return wanted.isAs(found);
  }

  private static void say(String words) {
    System.out.println(words);
  }
}
