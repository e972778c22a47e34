package lumina.transfer;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lumina.blob.BlobStore;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// All data of one backend.
@Component
@ConditionalOnNotWebApplication
public class Library {
  private final Map<Entity, Records> records = new EnumMap<>(Entity.class);
  private final SqlRows rows;
  private final BlobStore blobs;
  private final TransferMark mark;
  private final SkippedRecords skipped;
  private final Environment settings;

  Library(SqlRows rows, Archive archive, BlobStore blobs, TransferMark mark, Environment settings) {
    for (Entity kind : Entity.values()) {
      records.put(kind, new SqlRecords(kind, rows));
    }
    records.put(Entity.PHOTOS, new SqlPhotos(rows));
    archive.records().forEach(some -> records.put(some.kind(), some));
    this.rows = rows;
    this.blobs = blobs;
    this.mark = mark;
    this.skipped = mark.skipped();
    this.settings = settings;
  }

  /// Returns the records of each kind, in the order in which kinds are copied.
  List<Records> records() {
    return List.copyOf(records.values());
  }

  public Records records(Entity kind) {
    return Objects.requireNonNull(records.get(kind));
  }

  SqlRows rows() {
    return rows;
  }

  BlobStore blobs() {
    return blobs;
  }

  TransferMark mark() {
    return mark;
  }

  /// Returns the records that a transfer to this backend skipped.
  SkippedRecords skipped() {
    return skipped;
  }

  boolean isEmpty() {
    return records.values().stream().allMatch(Records::isEmpty);
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
