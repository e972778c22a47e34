package lumina.transfer.sql;

import java.util.List;
import java.util.Map;
import lumina.photo.detail.PhotoItemRows;
import lumina.storage.LocalBackend;
import lumina.transfer.EntityRecord;
import lumina.transfer.PhotoTexts;
import lumina.transfer.Transactions;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;

/// Writes the details of photos to SQLite.
@Component
@LocalBackend
@ConditionalOnNotWebApplication
record SqlPhotoTexts(Transactions transactions) implements PhotoTexts {
  @Override
  public void write(List<EntityRecord> photos, Map<Long, String> names) {
    SqlParameterSource[] values =
        photos.stream()
            .map(photo -> new MapSqlParameterSource(photo.named()))
            .toArray(SqlParameterSource[]::new);
    transactions
        .writing()
        .executeWithoutResult(
            status -> transactions.sql().batchUpdate(PhotoItemRows.replace(), values));
  }
}
