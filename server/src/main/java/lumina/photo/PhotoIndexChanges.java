package lumina.photo;

import static java.util.Objects.requireNonNullElse;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import lumina.access.Audience;
import lumina.access.Audience.Circle;
import lumina.access.Viewer.Person;
import lumina.id.SortKey;
import lumina.media.Playback;
import lumina.media.Taken;
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

/// Changes the index of photos, with everything that follows from a photo's row: tags, search
/// words, counts, and the events that others learn of it by.
@Repository
@Transactional
public class PhotoIndexChanges {
  private final JdbcClient sql;
  private final PhotoRows rows;
  private final PhotoSearch search;
  private final PhotoCounts counts;
  private final ApplicationEventPublisher publisher;

  PhotoIndexChanges(
      JdbcClient sql,
      PhotoRows rows,
      PhotoSearch search,
      PhotoCounts counts,
      ApplicationEventPublisher publisher) {
    this.sql = sql;
    this.rows = rows;
    this.search = search;
    this.counts = counts;
    this.publisher = publisher;
  }

  /// Adds a photo whose files and item are already stored, and removes its mark as pending (see
  /// [PendingPhotos]), in one transaction.
  ///
  /// @param imported null if it is not imported: then others learn of it
  /// @param condition throws if the photo must not be added; it runs in the transaction
  /// @return false if it was swept meanwhile: then nothing is added
  boolean add(
      Person owner,
      NewPhoto photo,
      long sortKey,
      PhotoStore.@Nullable Imported imported,
      Runnable condition) {
    if (sql.sql("DELETE FROM unsettled_photos WHERE photo_id = :id")
            .param("id", photo.photoId())
            .update()
        == 0) {
      return false;
    }
    condition.run();
    long added = insert(photo, sortKey);
    write(added, photo.text(), owner.username());
    if (imported == null) {
      publisher.publishEvent(
          new PhotoEvents.Posted(
              photo.photoId(), photo.userId(), photo.audience(), photo.text().caption()));
    } else {
      Taken taken = imported.taken();
      markImported(added, taken == null ? photo.details().capture().taken() : taken);
    }
    if (photo.playback() != null && photo.playback().status() == Playback.Status.PROCESSING) {
      publisher.publishEvent(new PhotoEvents.Filmed(photo.photoId()));
    }
    return true;
  }

  private void markImported(long sortKey, @Nullable Taken taken) {
    counts.subtract(sortKey);
    sql.sql(
            """
            UPDATE photos SET imported = 1, taken_at = :taken_at, taken_offset = :taken_offset,
              taken_from = :taken_from
            WHERE sort_key = :sort_key
            """)
        .params(Timeline.parameters(taken))
        .param("sort_key", sortKey)
        .update();
    counts.add(sortKey);
  }

  /// Adds a photo that is older than Lumina, without an event.
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
               file_name, checksum, derived_by, clean,
               taken_at, taken_offset, taken_from, captured, duration_ms, playback)
            VALUES
              (:sort_key, :photo, :user, :topic, :topic_key, :audience, :format, :bytes,
               :file_name, :checksum, :derived_by, :clean,
               :taken_at, :taken_offset, :taken_from, 1, :duration_ms, :playback)
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
        .param("checksum", photo.checksum())
        .param("derived_by", Version.current())
        .param("clean", photo.clean().word())
        .param("duration_ms", photo.playback() == null ? 0 : photo.playback().durationMs())
        .param("playback", Playback.word(photo.playback()))
        .params(Timeline.parameters(photo.details().capture().taken()))
        .update();
    counts.add(sortKey);
  }

  /// Stores what others get as a photo's original.
  ///
  /// @return false if the photo does not exist any more
  public boolean remember(String photoId, StrippedOriginal clean) {
    return sql.sql("UPDATE photos SET clean = :clean WHERE photo_id = :photo")
            .param("clean", clean.word())
            .param("photo", photoId)
            .update()
        > 0;
  }

  /// Locks a photo until the transaction ends.
  void lock(IndexEntry photo) {
    rows.lock(photo.sortKey());
  }

  /// Takes a photo away from those who are not in this audience, and leaves it as it is if there
  /// are none.
  void narrow(Photo photo, Audience audience) {
    rows.lock(photo.entry().sortKey())
        .filter(current -> !current.audience().without(audience).isEmpty())
        .ifPresent(current -> change(current, audience, current.topic()));
  }

  /// Changes the audience and the topic, and indexes the words that are stored now, which another
  /// edit may have written.
  ///
  /// @param audience null to leave it as it is
  /// @param topic null to leave it as it is
  /// @param stored reads the texts of an entry
  void edit(
      Photo photo,
      @Nullable Audience audience,
      @Nullable String topic,
      Function<IndexEntry, Optional<PhotoText>> stored) {
    Optional<IndexEntry> locked = rows.lock(photo.entry().sortKey());
    if (locked.isEmpty()) {
      return; // another request deleted it
    }
    IndexEntry current = locked.get();
    change(current, audience, requireNonNullElse(topic, current.topic()));
    stored.apply(current).ifPresent(words -> rewrite(photo, words));
  }

  /// @param audience null to leave it as it is; a photo in the trash gets it when it is restored
  private void change(IndexEntry photo, @Nullable Audience audience, String topic) {
    Audience after = requireNonNullElse(audience, photo.audience());
    counts.subtract(photo.sortKey());
    sql.sql(
            """
            UPDATE photos
            SET version =
                CASE WHEN trashed_at > 0 OR audience = :after THEN version ELSE version + 1 END,
              trashed_from =
                CASE WHEN trashed_at > 0 THEN COALESCE(:asked, trashed_from) ELSE '' END,
              audience = CASE WHEN trashed_at > 0 THEN audience ELSE :after END,
              topic = :topic, topic_key = :topic_key
            WHERE sort_key = :sort_key
            """)
        .param("after", after.word())
        .param("asked", audience == null ? null : audience.word())
        .param("topic", topic)
        .param("topic_key", PhotoText.key(topic))
        .param("sort_key", photo.sortKey())
        .update();
    counts.add(photo.sortKey());
    Set<Circle> lost = photo.isInTrash() ? Set.of() : photo.audience().without(after);
    if (!lost.isEmpty()) {
      publisher.publishEvent(new PhotoEvents.Narrowed(photo.photoId(), photo.userId(), lost));
    } else if (!photo.isInTrash() && after != photo.audience()) {
      publisher.publishEvent(new PhotoEvents.Widened(photo.photoId(), photo.userId(), after));
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
  void remove(IndexEntry photo) {
    rows.lock(photo.sortKey()).ifPresent(this::removeLocked);
  }

  /// Removes a photo like [#remove], unless it was restored since it was read.
  void removeFromTrash(IndexEntry photo) {
    rows.lock(photo.sortKey())
        .filter(current -> current.trashedAt() == photo.trashedAt())
        .ifPresent(this::removeLocked);
  }

  /// Foreign keys delete the rows that refer to it: tags, its places in albums and links, and in
  /// SQLite comments and likes. `Notifications` deletes those about it. [PendingPhotos#discard]
  /// deletes the rest: its item, in the cloud comments and likes, and files.
  private void removeLocked(IndexEntry photo) {
    publisher.publishEvent(
        new PhotoEvents.Narrowed(photo.photoId(), photo.userId(), photo.audience().circles()));
    counts.subtract(photo.sortKey());
    sql.sql("DELETE FROM photos WHERE sort_key = :sort_key")
        .param("sort_key", photo.sortKey())
        .update();
    search.remove(photo.sortKey());
    sql.sql("INSERT INTO unsettled_photos VALUES (:id, :long_ago)")
        .params(Map.of("id", photo.photoId(), "long_ago", 0))
        .update();
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
