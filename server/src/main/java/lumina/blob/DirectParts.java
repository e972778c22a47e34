package lumina.blob;

import java.util.List;

/// Large files on their way from a browser into the store, in parts that do not pass through
/// Lumina.
public interface DirectParts {
  /// @param number from 1
  /// @param etag what the store said of it
  record Part(int number, String etag) {}

  /// @param name what the store calls this upload
  /// @param addresses where to PUT the parts, in their order, within an hour
  record Begun(String name, List<String> addresses) {}

  /// In bytes, of every part but the last.
  long partSize();

  /// @param size in bytes; not one more can be sent
  Begun begin(String key, long size);

  /// Makes a blob of the parts; done again, it does nothing.
  ///
  /// @throws lumina.http.problem.Problem.Invalid if these are not the parts that were sent
  void complete(String key, String name, List<Part> parts);

  /// Scheme, host and port of the addresses.
  String origin();
}
