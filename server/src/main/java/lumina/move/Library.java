package lumina.move;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import lumina.blob.BlobStore;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Everything that one backend holds.
@Component
@ConditionalOnNotWebApplication
class Library {
  private final List<Rows> rows;
  private final BlobStore blobs;
  private final LooseEnds looseEnds;
  private final MoveNote note;
  private final LeftOut leftOut;
  private final Environment settings;

  Library(
      List<Rows> rows, BlobStore blobs, LooseEnds looseEnds, MoveNote note, Environment settings) {
    this.rows = rows.stream().sorted(Comparator.comparing(Rows::kind)).toList();
    this.blobs = blobs;
    this.looseEnds = looseEnds;
    this.note = note;
    this.leftOut = note.leftOut();
    this.settings = settings;
  }

  /// In the order in which kinds are copied.
  List<Rows> rows() {
    return rows;
  }

  Rows rows(Kind kind) {
    return rows.stream().filter(some -> some.kind() == kind).findAny().orElseThrow();
  }

  BlobStore blobs() {
    return blobs;
  }

  MoveNote note() {
    return note;
  }

  /// What a move could not bring here.
  LeftOut leftOut() {
    return leftOut;
  }

  void allowLooseEnds() {
    looseEnds.allow();
  }

  boolean isEmpty() {
    return rows.stream().allMatch(Rows::isEmpty);
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

  /// Where it is, as a person would say it.
  String address() {
    return settings.resolveRequiredPlaceholders(
        isLocal()
            ? "local (%s)".formatted(folder())
            : "dynamodb (database ${storage.mysql.name} on ${storage.mysql.host},"
                + " bucket ${storage.s3.bucket}, table ${storage.dynamodb.photos})");
  }
}
