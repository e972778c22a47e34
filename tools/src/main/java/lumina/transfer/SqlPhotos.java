package lumina.transfer;

import java.util.List;

/// Reads and writes the index of photos. A photo that it deletes becomes pending, so that a server
/// sweeps its files.
class SqlPhotos extends SqlRecords {
  private static final String SETTLE = "DELETE FROM unsettled_photos WHERE photo_id = :photo_id";

  SqlPhotos(SqlRows rows) {
    super(Entity.PHOTOS, rows);
  }

  @Override
  public void insert(List<EntityRecord> photos) {
    rows.write(photos, SETTLE);
    super.insert(photos);
  }

  @Override
  public void delete(List<EntityRecord> photos) {
    rows.write(photos, SETTLE, "INSERT INTO unsettled_photos VALUES (:photo_id, 0)");
    super.delete(photos);
  }
}
