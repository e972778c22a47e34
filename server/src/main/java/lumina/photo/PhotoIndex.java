package lumina.photo;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lumina.access.Viewer;
import lumina.access.Viewer.Person;
import lumina.access.Visibility;
import lumina.account.UserStore;
import lumina.id.Id;
import lumina.photo.detail.PhotoText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Reads the index of photos, in SQL on every backend. Every read takes the viewer, and returns
/// only what they may see. A photo that is not in the index does not exist for anybody, even if
/// other stores still hold data of it. [PhotoIndexChanges] writes it.
@Repository
@Transactional(readOnly = true)
public class PhotoIndex {
  private final JdbcClient sql;
  private final UserStore users;

  PhotoIndex(JdbcClient sql, UserStore users) {
    this.sql = sql;
    this.users = users;
  }

  public Optional<IndexEntry> find(Viewer viewer, String photoId) {
    return among(viewer, Set.of(photoId)).stream().findAny();
  }

  /// Returns those of these photos that this viewer may see, in any order.
  public List<IndexEntry> among(Viewer viewer, Collection<String> photoIds) {
    List<String> possible = photoIds.stream().filter(Id::isPossible).toList();
    return possible.isEmpty()
        ? List.of()
        : sql.sql(
                "SELECT %s FROM photos p WHERE p.photo_id IN (:photos) AND %s AND %s"
                    .formatted(IndexEntry.COLUMNS, IndexEntry.IS_KNOWN, Visibility.opens(viewer)))
            .params(Visibility.parameters(viewer))
            .param("photos", possible)
            .query(IndexEntry::read)
            .list();
  }

  /// Returns ids of photos by checksum, see [PhotoStore#known].
  Map<String, String> known(Person owner, Collection<String> checksums) {
    Map<String, String> known = new LinkedHashMap<>();
    if (!checksums.isEmpty()) {
      sql.sql(
              """
              SELECT p.checksum, max(p.photo_id) AS photo_id FROM photos p
              WHERE p.user_id = :owner AND p.checksum IN (:checksums) AND p.trashed_at = 0 AND %s
              GROUP BY p.checksum ORDER BY p.checksum
              """
                  .formatted(IndexEntry.IS_KNOWN))
          .param("owner", owner.userId())
          .param("checksums", checksums)
          .query(
              row -> {
                known.put(row.getString("checksum"), row.getString("photo_id"));
              });
    }
    return known;
  }

  /// Returns photos by the checksum of their original, see [PhotoStore#ofFile].
  List<IndexEntry> ofFile(Person owner, String checksum) {
    return sql.sql(
            """
            SELECT p.* FROM photos p
            WHERE p.user_id = :owner AND p.checksum = :checksum AND p.trashed_at = 0 AND %s
            ORDER BY p.photo_id
            """
                .formatted(IndexEntry.IS_KNOWN))
        .param("owner", owner.userId())
        .param("checksum", checksum)
        .query(IndexEntry::read)
        .list();
  }

  /// @throws lumina.http.problem.Problem.Unauthorized if their account is deleted
  void lockOwner(Person owner) {
    users.lockExisting(owner.userId());
  }

  /// Counts the photos of a person that lists show this viewer.
  long count(Viewer viewer, long owner) {
    return sql.sql(
            "SELECT count(*) FROM photos p WHERE p.user_id = :owner AND " + Visibility.LISTED)
        .params(Visibility.parameters(viewer))
        .param("owner", owner)
        .query(Long.class)
        .single();
  }

  Optional<Long> owner(String photoId) {
    return sql.sql("SELECT user_id FROM photos WHERE photo_id = :photo")
        .param("photo", photoId)
        .query(Long.class)
        .optional();
  }

  public boolean holds(String photoId) {
    return sql.sql("SELECT count(*) FROM photos WHERE photo_id = :photo")
            .param("photo", photoId)
            .query(Long.class)
            .single()
        > 0;
  }

  /// Returns a topic in its first spelling among the photos that this person may see.
  ///
  /// @param except sort key of a photo to ignore
  String spelled(Person owner, String topic, long except) {
    return sql.sql(
            """
            SELECT p.topic FROM photos p WHERE p.topic_key = :key AND p.sort_key <> :except AND %s
            ORDER BY p.sort_key LIMIT 1
            """
                .formatted(Visibility.LISTED))
        .param("key", PhotoText.key(topic))
        .param("except", except)
        .params(Visibility.parameters(owner))
        .query(String.class)
        .optional()
        .orElse(topic);
  }
}
