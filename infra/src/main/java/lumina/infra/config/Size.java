package lumina.infra.config;

import org.jspecify.annotations.Nullable;

/// What to rent, for the sizes that have stores of AWS. `infra/README.md` works out the monthly
/// cost of each size.
///
/// @param zones availability zones, each of which must be able to work alone
/// @param cache Redis, through which instances wake each other; a single instance needs none
public record Size(int zones, Instances instances, Database database, @Nullable Cache cache) {

  /// For a few hundred friends, on one instance.
  public static final Size SMALL =
      new Size(
          1,
          new Instances("t4g.small", "600m", 1, 2),
          new Database("t4g.micro", 20, 7, false, 50),
          null);

  /// Survives the loss of a data centre, and scales with its visitors.
  public static final Size LARGE =
      new Size(
          2,
          new Instances("c7g.large", "1g", 2, 8),
          new Database("m7g.large", 100, 30, true, 400),
          new Cache("cache.t4g.small", 2));

  public static Size named(String name) {
    return switch (name) {
      case "small" -> SMALL;
      case "large" -> LARGE;
      default -> throw new IllegalArgumentException("size is one, small or large, not " + name);
    };
  }

  /// Without Redis, events of one instance do not reach sockets of another.
  public boolean scales() {
    return cache != null;
  }

  /// @param heap the `-Xmx` of the JVM; image workers need about as much again beside it
  /// @param maximum maximum number of instances, with room for a deployment, which starts new ones
  ///   beside the old
  public record Instances(String type, String heap, int minimum, int maximum) {}

  /// @param connectionsAlarm how many connections are suspiciously many; the class allows more
  public record Database(
      String type, int gigabytes, int backupDays, boolean twoZones, int connectionsAlarm) {}

  public record Cache(String type, int nodes) {}
}
