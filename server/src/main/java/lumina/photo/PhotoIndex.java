package lumina.photo;

import static java.util.Objects.requireNonNullElse;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import lumina.access.Audience;
import lumina.access.Audience.Circle;
import lumina.access.Viewer;
import lumina.access.Viewer.Person;
import lumina.access.Visibility;
import lumina.id.Id;
import lumina.id.SortKey;
import lumina.photo.count.PhotoCounts;
import lumina.photo.detail.NewPhoto;
import lumina.photo.detail.PhotoText;
import lumina.photo.detail.StrippedOriginal;
import lumina.storage.Version;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Stores the index of photos, in SQL on every backend. Every read takes the viewer, and returns
/// only what they may see. A photo that is not in the index does not exist for anybody, even if
/// other stores still hold data of it.
@Repository
@Transactional(readOnly = true)
public class PhotoIndex {
  private final JdbcClient sql;
  private final PhotoSearch search;
  private final ApplicationEventPublisher publisher;
  private final Quota quota;
  private final PhotoCounts counts;

  PhotoIndex(
      JdbcClient sql,
      PhotoSearch search,
      ApplicationEventPublisher publisher,
      Quota quota,
      PhotoCounts counts) {
    this.counts = counts;
    this.quota = quota;
    this.sql = sql;
    this.search = search;
    this.publisher = publisher;
  }

  public Optional<IndexEntry> find(Viewer viewer, String photoId) {
    return among(viewer, Set.of(photoId)).stream().findAny();
  }

  /// Returns those of these photos that this viewer may see, in any order.
  List<IndexEntry> among(Viewer viewer, Collection<String> photoIds) {
    List<String> possible = photoIds.stream().filter(Id::isPossible).toList();
    return possible.isEmpty()
        ? List.of()
        : sql.sql(
                "SELECT p.* FROM photos p WHERE p.photo_id IN (:photos) AND %s AND %s"
                    .formatted(IndexEntry.IS_KNOWN, Visibility.TO_VIEWER))
            .params(Visibility.parameters(viewer))
            .param("photos", possible)
            .query(IndexEntry::read)
            .list();
  }

  /// Counts the photos of a person that this viewer may see.
  long count(Viewer viewer, long owner) {
    return sql.sql(
            "SELECT count(*) FROM photos p WHERE p.user_id = :owner AND " + Visibility.TO_VIEWER)
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

  /// @throws lumina.http.problem.Problem.TooLarge if a file of this size exceeds the quota of its
  ///   owner
  void requireRoom(Person owner, long bytes) {
    quota.require(owner.userId(), bytes);
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
                .formatted(Visibility.TO_VIEWER))
        .param("key", PhotoText.key(topic))
        .param("except", except)
        .params(Visibility.parameters(owner))
        .query(String.class)
        .optional()
        .orElse(topic);
  }

  /// Adds a photo whose files and item are already stored, and removes its mark as pending (see
  /// [PendingPhotos]), in one transaction.
  ///
  /// @return false if it was swept meanwhile: then nothing is added
  @Transactional
  boolean add(Person owner, NewPhoto photo, long sortKey) {
    if (sql.sql("DELETE FROM unsettled_photos WHERE photo_id = :id")
            .param("id", photo.photoId())
            .update()
        == 0) {
      return false;
    }
    write(insert(photo, sortKey), photo.text(), owner.username());
    publisher.publishEvent(
        new PhotoEvents.Posted(
            photo.photoId(), photo.userId(), photo.audience(), photo.text().caption()));
    return true;
  }

  /// Adds a photo that is older than Lumina, without an event.
  @Transactional
  public void adopt(NewPhoto photo, String username, long sortKey) {
    write(insert(photo, sortKey), photo.text(), username);
  }

  /// @return the sort key that the photo got
  private long insert(NewPhoto photo, long sortKey) {
    return SortKey.firstFree(sortKey, free -> insertAt(free, photo));
  }

  private void insertAt(long sortKey, NewPhoto photo) {
    sql.sql(
            """
            INSERT INTO photos
              (sort_key, photo_id, user_id, topic, topic_key, audience, format, bytes,
               file_name, derived_by, clean,
               taken_at, taken_offset, taken_from, captured)
            VALUES
              (:sort_key, :photo, :user, :topic, :topic_key, :audience, :format, :bytes,
               :file_name, :derived_by, :clean,
               :taken_at, :taken_offset, :taken_from, 1)
            """)
        .param("sort_key", sortKey)
        .param("photo", photo.photoId())
        .param("user", photo.userId())
        .param("topic", photo.text().topic())
        .param("topic_key", PhotoText.key(photo.text().topic()))
        .param("audience", photo.audience().word())
        .param("format", photo.format().name())
        .param("bytes", photo.details().picture().bytes())
        .param("file_name", photo.fileName())
        .param("derived_by", Version.current())
        .param("clean", photo.clean().word())
        .params(Timeline.parameters(photo.details().capture().taken()))
        .update();
    counts.add(sortKey);
  }

  /// Stores what others get as a photo's original.
  ///
  /// @return false if the photo does not exist any more
  @Transactional
  public boolean remember(String photoId, StrippedOriginal clean) {
    return sql.sql("UPDATE photos SET clean = :clean WHERE photo_id = :photo")
            .param("clean", clean.word())
            .param("photo", photoId)
            .update()
        > 0;
  }

  /// Takes a photo away from those who are not in this audience, and leaves it as it is if there
  /// are none.
  @Transactional
  void narrow(Photo photo, Audience audience) {
    lock(photo)
        .filter(current -> !current.audience().without(audience).isEmpty())
        .ifPresent(current -> change(current, audience, current.topic()));
  }

  /// Changes the audience and the topic, and indexes the words that are stored now, which another
  /// edit may have written.
  ///
  /// @param audience null to leave it as it is
  /// @param topic null to leave it as it is
  /// @param stored reads the texts of an entry
  @Transactional
  void edit(
      Photo photo,
      @Nullable Audience audience,
      @Nullable String topic,
      Function<IndexEntry, Optional<PhotoText>> stored) {
    Optional<IndexEntry> locked = lock(photo);
    if (locked.isEmpty()) {
      return; // another request deleted it
    }
    IndexEntry current = locked.get();
    change(
        current,
        requireNonNullElse(audience, current.audience()),
        requireNonNullElse(topic, current.topic()));
    stored.apply(current).ifPresent(words -> rewrite(photo, words));
  }

  /// Locks a photo's row until the transaction ends, and returns it.
  private Optional<IndexEntry> lock(Photo photo) {
    long sortKey = photo.entry().sortKey();
    sql.sql("UPDATE photos SET topic = topic WHERE sort_key = :sort_key")
        .param("sort_key", sortKey)
        .update();
    return sql.sql(
            "SELECT p.* FROM photos p WHERE p.sort_key = :sort_key AND " + IndexEntry.IS_KNOWN)
        .param("sort_key", sortKey)
        .query(IndexEntry::read)
        .optional();
  }

  private void change(IndexEntry photo, Audience audience, String topic) {
    counts.subtract(photo.sortKey());
    sql.sql(
            """
            UPDATE photos
            SET version = CASE WHEN audience = :audience THEN version ELSE version + 1 END,
              audience = :audience, topic = :topic, topic_key = :topic_key
            WHERE sort_key = :sort_key
            """)
        .param("audience", audience.word())
        .param("topic", topic)
        .param("topic_key", PhotoText.key(topic))
        .param("sort_key", photo.sortKey())
        .update();
    counts.add(photo.sortKey());
    Set<Circle> lost = photo.audience().without(audience);
    if (!lost.isEmpty()) {
      publisher.publishEvent(new PhotoEvents.Narrowed(photo.photoId(), photo.userId(), lost));
    }
  }

  private void rewrite(Photo photo, PhotoText words) {
    sql.sql("DELETE FROM photo_tags WHERE sort_key = :sort_key")
        .param("sort_key", photo.entry().sortKey())
        .update();
    write(photo.entry().sortKey(), words, photo.username());
    if (!words.caption().equals(photo.text().caption())) {
      publisher.publishEvent(
          new PhotoEvents.Captioned(
              photo.photoId(), photo.userId(), photo.text().caption(), words.caption()));
    }
  }

  /// Removes a photo from the index, and marks it as pending so that the rest of it is swept.
  @Transactional
  void remove(Photo photo) {
    Optional<IndexEntry> current = lock(photo);
    if (current.isEmpty()) {
      return; // another request deleted it
    }
    counts.subtract(photo.entry().sortKey());
    sql.sql("DELETE FROM photos WHERE sort_key = :sort_key")
        .param("sort_key", photo.entry().sortKey())
        .update();
    search.remove(photo.entry().sortKey());
    sql.sql("INSERT INTO unsettled_photos VALUES (:id, :long_ago)")
        .params(Map.of("id", photo.photoId(), "long_ago", 0))
        .update();
    publisher.publishEvent(
        new PhotoEvents.Narrowed(
            photo.photoId(), photo.userId(), current.get().audience().circles()));
    publisher.publishEvent(new PhotoEvents.Deleted(photo.photoId()));
  }

  private void write(long sortKey, PhotoText words, String username) {
    for (String tag : words.tags()) {
      sql.sql("INSERT INTO photo_tags VALUES (:tag, :sort_key)")
          .param("tag", tag)
          .param("sort_key", sortKey)
          .update();
    }
    search.write(sortKey, words, username);
  }
}
