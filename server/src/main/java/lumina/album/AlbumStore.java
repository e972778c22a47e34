package lumina.album;

import java.time.Clock;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lumina.access.AlbumAudience;
import lumina.access.AlbumVisibility;
import lumina.access.Viewer;
import lumina.access.Viewer.Person;
import lumina.access.Visibility;
import lumina.http.list.Cursor;
import lumina.http.list.Page;
import lumina.http.problem.Problem;
import lumina.id.Id;
import lumina.id.TimeOrderedId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Stores albums, in SQL on every backend. Every read takes the viewer, and returns only what they
/// may see.
@Repository
@Transactional
public class AlbumStore {
  /// A new album.
  public record Draft(
      String title, String description, AlbumAudience audience, Contribution contribute) {}

  /// The changes of an edit; null leaves a field as it is.
  record Edit(
      @Nullable String title,
      @Nullable String description,
      @Nullable AlbumAudience audience,
      @Nullable Contribution contribute) {}

  /// The albums of a viewer, and those that they are a member of.
  private static final String OWN =
      """
      (SELECT album_id FROM albums WHERE user_id = :viewer
       UNION SELECT album_id FROM album_members WHERE user_id = :viewer)\
      """;

  private static final String OF_PERSON = "(SELECT album_id FROM albums WHERE user_id = :owner)";

  /// The last id; ids sort by the time when albums were made.
  private static final String NEWEST = "~";

  private final JdbcClient sql;
  private final AlbumMembers members;
  private final ApplicationEventPublisher publisher;
  private final Clock clock;

  AlbumStore(
      JdbcClient sql, AlbumMembers members, ApplicationEventPublisher publisher, Clock clock) {
    this.sql = sql;
    this.members = members;
    this.publisher = publisher;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public Optional<Album> find(Viewer viewer, String albumId) {
    return Id.isPossible(albumId)
        ? among(viewer, Set.of(albumId)).stream().findAny()
        : Optional.empty();
  }

  /// @throws Problem.NotFound if this viewer can see no such album
  public Album require(Viewer viewer, String albumId) {
    return find(viewer, albumId).orElseThrow(() -> new Problem.NotFound("album"));
  }

  /// Returns those of these albums that this viewer may see, in any order.
  @Transactional(readOnly = true)
  public List<Album> among(Viewer viewer, Collection<String> albumIds) {
    return albumIds.isEmpty()
        ? List.of()
        : sql.sql(
                "SELECT a.* FROM albums a WHERE a.album_id IN (:albums) AND "
                    + AlbumVisibility.TO_VIEWER)
            .params(Visibility.parameters(viewer))
            .param("albums", albumIds)
            .query(Album::read)
            .list();
  }

  /// Returns a page of the albums of a person that this viewer may see, newest first.
  ///
  /// @param owner null for those of the viewer, and those that they are a member of
  @Transactional(readOnly = true)
  Page<Album> list(Viewer viewer, @Nullable Long owner, int limit, @Nullable String after) {
    Cursor cursor = new Cursor("albums " + viewer.userId() + " " + owner);
    String before = cursor.readId(after);
    List<Album> read =
        sql.sql(
                """
                SELECT a.* FROM %s o JOIN albums a ON a.album_id = o.album_id
                WHERE a.album_id < :before AND %s ORDER BY a.album_id DESC LIMIT :rows
                """
                    .formatted(owner == null ? OWN : OF_PERSON, AlbumVisibility.TO_VIEWER))
            .params(Visibility.parameters(viewer))
            .param("owner", owner)
            .param("before", before == null ? NEWEST : before)
            .param("rows", limit + 1)
            .query(Album::read)
            .list();
    return Page.of(read, limit, album -> cursor.at(album.albumId()));
  }

  long count(long owner) {
    return sql.sql("SELECT count(*) FROM albums WHERE user_id = :owner")
        .param("owner", owner)
        .query(Long.class)
        .single();
  }

  /// @return the id of the new album
  String add(Person owner, Draft draft) {
    long now = clock.millis();
    String id = TimeOrderedId.at(now);
    sql.sql(
            """
            INSERT INTO albums
              (album_id, user_id, title, description, audience, contribute, created_at, updated_at)
            VALUES (:album, :owner, :title, :description, :audience, :contribute, :now, :now)
            """)
        .param("album", id)
        .param("owner", owner.userId())
        .param("title", draft.title())
        .param("description", draft.description())
        .param("audience", draft.audience().word())
        .param("contribute", draft.contribute().word())
        .param("now", now)
        .update();
    return id;
  }

  /// Locks an album until the transaction ends, and returns it.
  ///
  /// @throws Problem.NotFound if this person can see no such album
  Album lock(Person person, String albumId) {
    hold(albumId);
    return require(person, albumId);
  }

  /// Locks an album until the transaction ends, and returns it if it exists, regardless of the
  /// viewer.
  Optional<Album> hold(String albumId) {
    sql.sql("UPDATE albums SET numbering = numbering WHERE album_id = :album")
        .param("album", albumId)
        .update();
    return find(albumId);
  }

  /// Returns an album if it exists, regardless of the viewer.
  Optional<Album> find(String albumId) {
    return sql.sql("SELECT * FROM albums WHERE album_id = :album")
        .param("album", albumId)
        .query(Album::read)
        .optional();
  }

  void change(Album album, Edit edit) {
    sql.sql(
            """
            UPDATE albums SET title = COALESCE(:title, title),
              description = COALESCE(:description, description),
              audience = COALESCE(:audience, audience),
              contribute = COALESCE(:contribute, contribute), updated_at = :now
            WHERE album_id = :album
            """)
        .params(parameters(edit))
        .param("now", clock.millis())
        .param("album", album.albumId())
        .update();
    publishChange(album, Optional.ofNullable(edit.audience()).orElse(album.audience()));
  }

  private static Map<String, @Nullable Object> parameters(Edit edit) {
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("title", edit.title());
    values.put("description", edit.description());
    values.put("audience", edit.audience() == null ? null : edit.audience().word());
    values.put("contribute", edit.contribute() == null ? null : edit.contribute().word());
    return values;
  }

  /// @param photoId null for none
  void changeCover(String albumId, @Nullable String photoId) {
    sql.sql("UPDATE albums SET cover = :photo WHERE album_id = :album")
        .param("photo", photoId)
        .param("album", albumId)
        .update();
  }

  /// Notes that the photos or the members of an album changed.
  ///
  /// @param former those who were members until now
  void touch(Album album, Long... former) {
    sql.sql("UPDATE albums SET updated_at = :now WHERE album_id = :album")
        .param("now", clock.millis())
        .param("album", album.albumId())
        .update();
    publishChange(album, former);
  }

  /// Publishes that an album may show something else now.
  void publishChange(Album album, Long... former) {
    publishChange(album, album.audience(), former);
  }

  private void publishChange(Album album, AlbumAudience after, Long... former) {
    Set<Long> people = members.people(album);
    Collections.addAll(people, former);
    publisher.publishEvent(
        new AlbumEvents.Changed(album.albumId(), album.userId(), album.audience(), after, people));
  }

  void publishAddition(Album album, long by) {
    Set<Long> people =
        album.audience() == AlbumAudience.PRIVATE ? Set.of(album.userId()) : members.people(album);
    publisher.publishEvent(new AlbumEvents.PhotosAdded(album.albumId(), by, people));
  }

  void publishMember(Album album, long member) {
    publisher.publishEvent(new AlbumEvents.Joined(album.albumId(), album.userId(), member));
  }

  /// Notes that all positions in an album may have changed.
  void renumbered(String albumId) {
    sql.sql("UPDATE albums SET numbering = numbering + 1 WHERE album_id = :album")
        .param("album", albumId)
        .update();
  }

  /// Deletes an album; its photos stay.
  void remove(Album album) {
    publishChange(album);
    sql.sql("DELETE FROM albums WHERE album_id = :album").param("album", album.albumId()).update();
    publisher.publishEvent(new AlbumEvents.Deleted(album.albumId()));
  }
}
