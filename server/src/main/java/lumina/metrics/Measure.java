package lumina.metrics;

import java.util.Map;
import java.util.function.DoubleSupplier;

/// A figure that a feature shows to operators.
///
/// @param name in words with dots between them; Prometheus sees `_` instead, and `_total` after a
///   counter
/// @param help what it is, in a few words
/// @param labels tell apart the measures of one name
/// @param kind when it is read, and whether it only grows
public record Measure(
    String name, String help, Map<String, String> labels, Kind kind, DoubleSupplier read) {
  /// How a measure is read.
  enum Kind {
    GAUGE,
    COUNTER,
    GAUGE_OF_DATABASE
  }

  /// A value of this moment, which costs little to read.
  public static Measure gauge(String name, String help, DoubleSupplier read) {
    return new Measure(name, help, Map.of(), Kind.GAUGE, read);
  }

  /// What has happened since the start of the process.
  public static Measure counter(String name, String help, DoubleSupplier read) {
    return new Measure(name, help, Map.of(), Kind.COUNTER, read);
  }

  /// What a query finds, which runs once a minute in a read-only transaction.
  public static Measure ofDatabase(String name, String help, DoubleSupplier read) {
    return new Measure(name, help, Map.of(), Kind.GAUGE_OF_DATABASE, read);
  }

  public Measure with(String label, String value) {
    return new Measure(name, help, Map.of(label, value), kind, read);
  }
}
