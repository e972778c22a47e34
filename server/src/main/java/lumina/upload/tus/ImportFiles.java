package lumina.upload.tus;

import java.io.IOException;
import lumina.access.Viewer.Person;
import lumina.upload.Decoding.Arrival;

/// Takes the zips of imports, which people send resumably, too.
public interface ImportFiles {
  /// @param number from 0
  /// @throws Problem.NotFound if this person has no such import
  /// @throws Problem.Conflict if it has started already
  /// @throws Problem.Invalid if an import has no file of this number
  void require(Person owner, String importId, int number);

  /// Keeps a zip; sent again, it replaces the first one.
  ///
  /// @param name what its sender calls it, empty if unknown
  /// @throws Problem as [#require]
  void receive(Person owner, String importId, int number, String name, Arrival zip)
      throws IOException;
}
