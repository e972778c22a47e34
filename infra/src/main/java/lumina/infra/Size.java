package lumina.infra;

import org.jspecify.annotations.Nullable;

/// How much to rent. What each costs a month is worked out in `infra/README.md`.
///
/// @param zones availability zones that must each be able to work alone
/// @param cache Redis, by which instances wake each other; one instance has no need of it
record Size(int zones, Instances instances, Database database, @Nullable Cache cache) {

  /// A place for a few hundred friends, on one instance.
  static final Size SMALL =
      new Size(
          1,
          new Instances("t4g.small", "600m", 1, 2),
          new Database("t4g.micro", 20, 7, false, 50),
          null);

  /// Outlives the loss of a data centre, and grows with its visitors.
  static final Size LARGE =
      new Size(
          2,
          new Instances("c7g.large", "1g", 2, 8),
          new Database("m7g.large", 100, 30, true, 400),
          new Cache("cache.t4g.small", 2));

  static Size named(String name) {
    return switch (name) {
      case "small" -> SMALL;
      case "large" -> LARGE;
      default -> throw new IllegalArgumentException("size is small or large, not " + name);
    };
  }

  /// Without Redis, what happens on one instance is not heard on another.
  boolean growsWithVisitors() {
    return cache != null;
  }

  /// @param heap the `-Xmx` of the JVM; image workers need about as much again beside it
  /// @param most also the room for a deployment, which starts new instances beside the old ones
  record Instances(String type, String heap, int fewest, int most) {}

  /// @param connectionsAlarm how many connections are suspiciously many; the class allows more
  record Database(
      String type, int gigabytes, int backupDays, boolean twoZones, int connectionsAlarm) {}

  record Cache(String type, int nodes) {}
}
