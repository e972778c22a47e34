package lumina.transfer;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import lumina.blob.BlobStore;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// All data of one backend.
@Component
@ConditionalOnNotWebApplication
class Library {
  private final List<Records> rows;
  private final BlobStore blobs;
  private final DeferredReferences looseEnds;
  private final TransferMark note;
  private final SkippedRecords leftOut;
  private final Environment settings;

  Library(
      List<Records> rows,
      BlobStore blobs,
      DeferredReferences looseEnds,
      TransferMark note,
      Environment settings) {
    this.rows = rows.stream().sorted(Comparator.comparing(Records::kind)).toList();
    this.blobs = blobs;
    this.looseEnds = looseEnds;
    this.note = note;
    this.leftOut = note.leftOut();
    this.settings = settings;
  }

  /// Returns the records of each kind, in the order in which kinds are copied.
  List<Records> rows() {
    return rows;
  }

  Records rows(Entity kind) {
    return rows.stream().filter(some -> some.kind() == kind).findAny().orElseThrow();
  }

  BlobStore blobs() {
    return blobs;
  }

  TransferMark note() {
    return note;
  }

  /// Returns the records that a transfer to this backend skipped.
  SkippedRecords leftOut() {
    return leftOut;
  }

  void allowLooseEnds() {
    looseEnds.allow();
  }

  boolean isEmpty() {
    return rows.stream().allMatch(Records::isEmpty);
  }

  String backend() {
    return settings.getRequiredProperty("storage.backend");
  }

  boolean isLocal() {
    return backend().equals("local");
  }

  private Path folder() {
    return Path.of(settings.getRequiredProperty("lumina.data")).toAbsolutePath().normalize();
  }

  /// The address of this backend, for people.
  String address() {
    return settings.resolveRequiredPlaceholders(
        isLocal()
            ? "local (%s)".formatted(folder())
            : "dynamodb (database ${storage.mysql.name} on ${storage.mysql.host},"
                + " bucket ${storage.s3.bucket}, table ${storage.dynamodb.photos})");
  }
}
