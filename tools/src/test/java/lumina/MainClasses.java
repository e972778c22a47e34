package lumina;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/// The classes of both modules without their tests, and without those that an earlier build
/// generated; those of `server` can be in a jar.
final class MainClasses implements ImportOption {
  private static final ImportOption NO_TEST_FOLDER = new DoNotIncludeTests();

  @Override
  public boolean includes(Location location) {
    return NO_TEST_FOLDER.includes(location)
        && !location.contains("-tests.jar")
        && !location.contains("__")
        && !location.contains("$$");
  }
}
