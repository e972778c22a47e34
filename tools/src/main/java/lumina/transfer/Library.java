package lumina.transfer;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import lumina.blob.BlobStore;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// All data of one backend.
///
/// @param skipped the records that a transfer to this backend skipped
@Component
@ConditionalOnNotWebApplication
public record Library(
    SqlRows rows,
    Archive archive,
    BlobStore blobs,
    TransferMark mark,
    SkippedRecords skipped,
    Environment settings) {
  /// Returns the records of each kind, in the order in which kinds are copied.
  List<Records> records() {
    return Stream.of(Entity.values()).map(this::records).toList();
  }

  public Records records(Entity kind) {
    return archive
        .records(kind)
        .orElseGet(() -> kind == Entity.PHOTOS ? new SqlPhotos(rows) : new SqlRecords(kind, rows));
  }

  boolean isEmpty() {
    return records().stream().allMatch(Records::isEmpty);
  }

  String backend() {
    return settings.getRequiredProperty("storage.backend");
  }

  boolean isLocal() {
    return backend().equals("local");
  }

  /// The address of this backend, for people.
  String address() {
    return isLocal()
        ? "local (%s)"
            .formatted(
                Path.of(settings.getRequiredProperty("lumina.data")).toAbsolutePath().normalize())
        : settings.resolveRequiredPlaceholders(
            "dynamodb (database ${storage.mysql.name} on ${storage.mysql.host},"
                + " bucket ${storage.s3.bucket}, table ${storage.dynamodb.photos})");
  }
}
