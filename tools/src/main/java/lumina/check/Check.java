package lumina.check;

import java.io.IOException;
import java.util.List;
import lumina.check.stored.Stores;
import lumina.command.Command;
import lumina.command.CommandRefused;
import lumina.media.worker.EngineUnavailable;
import lumina.media.worker.ImageEngine;
import lumina.storage.DataFolder;
import lumina.storage.FileTrouble;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.stereotype.Component;

/// The command `check`: each row has its files, each file its row, and each count is exact. Servers
/// may be running; what is written meanwhile counts as well.
@Component("check")
@ConditionalOnNotWebApplication
class Check implements Command {
  private static final String REPAIR = "--repair";

  private final List<Inspection> inspections;
  private final ImageEngine engine;
  private final DataFolder folder;
  private final Stores stores;

  Check(List<Inspection> inspections, ImageEngine engine, DataFolder folder, Stores stores) {
    this.inspections = inspections;
    this.engine = engine;
    this.folder = folder;
    this.stores = stores;
  }

  @Override
  public int run(List<String> arguments) {
    boolean repairs = arguments.contains(REPAIR);
    Findings findings = new Findings(repairs, stores);
    try {
      if (repairs) {
        engine.start();
      } else {
        folder.close(); // a server may start meanwhile
      }
      for (Inspection inspection : inspections) {
        findings.read(
            "The check of %s could not be finished".formatted(inspection.subject()),
            "mend that, and check again",
            () -> inspection.inspect(findings));
      }
    } catch (IOException unreadable) {
      throw new CommandRefused(
          "The check could not be finished (%s).".formatted(FileTrouble.of(unreadable)));
    } catch (EngineUnavailable blind) {
      throw new CommandRefused("The check could not be finished. %s".formatted(blind.getMessage()));
    }
    System.out.println(findings);
    return findings.areGone() ? 0 : 1;
  }
}
