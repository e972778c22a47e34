package lumina.photo;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lumina.account.Viewer;
import lumina.http.Cursor;
import lumina.http.Page;
import lumina.imaging.ImageFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Photos in SQLite. Every read takes the viewer: what they may not see is not there.
@Repository
@Transactional(readOnly = true)
public class PhotoStore {
  private final JdbcClient sql;
  private final Clock clock;

  private final ApplicationEventPublisher publisher;

  PhotoStore(JdbcClient sql, Clock clock, ApplicationEventPublisher publisher) {
    this.sql = sql;
    this.clock = clock;
    this.publisher = publisher;
  }

  public Optional<Photo> find(Viewer viewer, String photoId) {
    return sql.sql(PhotoListSql.one())
        .params(Audience.parameters(viewer))
        .param("photo", photoId)
        .query(PhotoRow::read)
        .optional();
  }

  /// @throws lumina.http.Problem.Invalid if the cursor is of another list
  Page<Photo> list(Viewer viewer, PhotoQuery query, int limit, @Nullable String after) {
    Cursor cursor = query.cursor(viewer.userId());
    long before = cursor.read(after, Position.NEWEST);
    String match = SearchWords.match(query.words());
    if (!query.words().isEmpty() && match.isEmpty()) {
      return new Page<>(List.of(), null);
    }
    List<Photo> read =
        sql.sql(PhotoListSql.page(query))
            .params(Audience.parameters(viewer))
            .param("owner", query.owner())
            .param("topic", query.topic())
            .param("tag", query.tag())
            .param("match", match)
            .param("before", before)
            .param("rows", limit + 1)
            .query(PhotoRow::read)
            .list();
    return Page.of(read, limit, photo -> cursor.at(photo.position()));
  }

  /// How many photos of a person this viewer may see.
  public long count(Viewer viewer, long owner) {
    return sql.sql(
            "SELECT count(*) FROM photos p WHERE p.user_id = :owner AND "
                + Audience.VISIBLE_TO_VIEWER)
        .params(Audience.parameters(viewer))
        .param("owner", owner)
        .query(Long.class)
        .single();
  }

  /// What serving an image needs to know.
  record StoredImage(String photoId, long userId, Audience audience, ImageFormat format) {
    String fullKey() {
      return Photo.keyPrefix(photoId) + "full." + format.suffix();
    }

    String cleanKey() {
      return Photo.keyPrefix(photoId) + "clean." + format.suffix();
    }
  }

  Optional<StoredImage> image(Viewer viewer, String photoId) {
    return sql.sql(
            "SELECT p.* FROM photos p WHERE p.photo_id = :photo AND " + Audience.VISIBLE_TO_VIEWER)
        .params(Audience.parameters(viewer))
        .param("photo", photoId)
        .query(PhotoRow::readImage)
        .optional();
  }

  boolean exists(String photoId) {
    return sql.sql("SELECT count(*) FROM photos WHERE photo_id = :photo")
            .param("photo", photoId)
            .query(Long.class)
            .single()
        > 0;
  }

  /// Makes an uploaded photo appear, and its files settled (see [UnsettledPhotos]), in one
  /// transaction.
  @Transactional
  void add(NewPhoto photo) {
    sql.sql("DELETE FROM unsettled_photos WHERE photo_id = :id")
        .param("id", photo.photoId())
        .update();
    // Read only now that this is the one writer: a photo that appears later is also dated later.
    long now = clock.millis();
    long position = Position.of(now, photo.photoId());
    sql.sql(
            """
            INSERT INTO photos (position, photo_id, user_id, topic, topic_key, caption, tags, audience,
              created_at, format, bytes, width, height, placeholder, damaged)
            VALUES (:position, :photo_id, :user_id, :topic, :topic_key, :caption, :tags, :audience,
              :created_at, :format, :bytes, :width, :height, :placeholder, :damaged)
            """)
        .params(PhotoRow.columns(photo))
        .params(Map.of("position", position, "created_at", now))
        .update();
    write(position, photo.words(), photo.userId());
    String caption = photo.words().caption();
    publisher.publishEvent(
        new PhotoEvents.Posted(photo.photoId(), photo.userId(), photo.audience(), caption));
  }

  @Transactional
  void edit(Photo photo, Words words, Audience audience) {
    sql.sql("UPDATE photos SET audience = :audience WHERE position = :position")
        .param("audience", audience.word())
        .param("position", photo.position())
        .update();
    write(photo.position(), words, photo.userId());
    if (audience.compareTo(photo.audience()) > 0) {
      publisher.publishEvent(
          new PhotoEvents.Narrowed(photo.photoId(), photo.userId(), photo.audience(), audience));
    }
    if (!words.caption().equals(photo.caption())) {
      publisher.publishEvent(
          new PhotoEvents.Captioned(photo.photoId(), photo.userId(), words.caption()));
    }
  }

  /// Removes a photo with its comments, likes and index rows; its files become unsettled.
  @Transactional
  void remove(Photo photo) {
    sql.sql("INSERT INTO unsettled_photos VALUES (:id, :now)")
        .param("id", photo.photoId())
        .param("now", clock.millis())
        .update();
    sql.sql("DELETE FROM photo_search WHERE rowid = :position")
        .param("position", photo.position())
        .update();
    sql.sql("DELETE FROM photos WHERE position = :position")
        .param("position", photo.position())
        .update();
    publisher.publishEvent(
        new PhotoEvents.Narrowed(
            photo.photoId(), photo.userId(), photo.audience(), Audience.PRIVATE));
    publisher.publishEvent(new PhotoEvents.Deleted(photo.photoId()));
  }

  /// The place of a photo in time, or empty if this viewer cannot see it.
  public Optional<Long> position(Viewer viewer, String photoId) {
    return find(viewer, photoId).map(Photo::position);
  }

  /// All of a person's own photos before a place, for taking them along.
  public Page<Photo> own(Viewer owner, int limit, @Nullable String after) {
    return list(owner, PhotoQuery.everythingOf(owner.userId()), limit, after);
  }

  private void write(long position, Words words, long userId) {
    Map<String, ?> values =
        Map.of(
            "position", position,
            "topic", spelling(words.topic(), position, userId),
            "topic_key", Words.key(words.topic()),
            "caption", words.caption(),
            "tags", String.join(",", words.tags()),
            "user", userId);
    sql.sql(
            """
            UPDATE photos SET topic = :topic, topic_key = :topic_key, caption = :caption, tags = :tags
            WHERE position = :position
            """)
        .params(values)
        .update();
    sql.sql("DELETE FROM photo_tags WHERE position = :position").params(values).update();
    for (String tag : words.tags()) {
      sql.sql("INSERT INTO photo_tags VALUES (:tag, :position)")
          .param("tag", tag)
          .param("position", position)
          .update();
    }
    sql.sql(
            """
            INSERT OR REPLACE INTO photo_search (rowid, caption, topic, tags, username)
            SELECT :position, :caption, :topic, :tags, username FROM users WHERE id = :user
            """)
        .params(values)
        .update();
  }

  /// A topic as it was first written, as far as this person can know.
  private String spelling(String topic, long position, long userId) {
    return sql.sql(
            """
            SELECT p.topic FROM photos p
            WHERE p.topic_key = :key AND p.position <> :position AND %s
            ORDER BY p.position LIMIT 1
            """
                .formatted(Audience.VISIBLE_TO_VIEWER))
        .param("key", Words.key(topic))
        .param("position", position)
        .params(Audience.parameters(new Viewer(userId, "")))
        .query(String.class)
        .optional()
        .orElse(topic);
  }
}
