package lumina.blob;

import java.util.List;

/// Uploads large files from a browser directly to the store, in parts that do not pass through
/// Lumina.
public interface DirectParts {
  /// @param number from 1
  /// @param etag returned by the store for this part
  record Part(int number, String etag) {}

  /// @param name the upload id of the store
  /// @param addresses the URLs to PUT the parts to, in order, valid for an hour
  record Begun(String name, List<String> addresses) {}

  /// In bytes; the size of each part except the last.
  long partSize();

  /// @param size in bytes; the signed URLs accept exactly this many
  Begun begin(String key, long size);

  /// Joins the parts to a blob. It can be repeated.
  ///
  /// @throws lumina.http.problem.Problem.Invalid if these are not the parts that were sent
  void complete(String key, String name, List<Part> parts);

  /// Scheme, host and port of the URLs.
  String origin();
}
