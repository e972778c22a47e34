package lumina.account;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import lumina.access.Blocks;
import lumina.access.Viewer;
import lumina.http.problem.Problem;
import lumina.metrics.Measure;
import lumina.metrics.Measured;
import lumina.storage.sql.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Stores people, in SQL on every backend.
@Repository
@Transactional(readOnly = true)
public class UserStore implements Measured {
  private final JdbcClient sql;
  private final PersonSearch words;
  private final GuestNames guests;
  private final ApplicationEventPublisher publisher;
  private final Clock clock;

  UserStore(
      JdbcClient sql,
      PersonSearch words,
      GuestNames guests,
      ApplicationEventPublisher publisher,
      Clock clock) {
    this.sql = sql;
    this.words = words;
    this.guests = guests;
    this.publisher = publisher;
    this.clock = clock;
  }

  @Override
  public List<Measure> measures() {
    return List.of(
        Measure.ofDatabase(
            "lumina.people",
            "People with an account",
            () -> sql.sql("SELECT count(*) FROM users").query(Long.class).single()));
  }

  /// Event: an account is deleted, in the same transaction. What refers to the person without a
  /// foreign key goes with it.
  public record Removed(long userId) {}

  /// @throws org.springframework.dao.DuplicateKeyException if the name or the address is taken
  @Transactional
  public User add(String username, String email, String passwordHash) {
    GeneratedKeyHolder key = new GeneratedKeyHolder();
    long now = clock.millis();
    sql.sql(
            """
            INSERT INTO users (username, email, password_hash, created_at)
            VALUES (:username, :email, :passwordHash, :now)
            """)
        .param("username", username)
        .param("email", email)
        .param("passwordHash", passwordHash)
        .param("now", now)
        .update(key);
    long id = java.util.Objects.requireNonNull(key.getKey()).longValue();
    words.write(id, username, "");
    return find(id).orElseThrow();
  }

  /// Locks these people until the transaction ends, in the order of their ids.
  ///
  /// @return how many of them exist
  @Transactional
  public int lock(Long... ids) {
    return sql.sql("UPDATE users SET feed_seen = feed_seen WHERE id IN (:ids)")
        .param("ids", List.of(ids))
        .update();
  }

  /// Locks a person until the transaction ends, so that their account is not deleted meanwhile.
  ///
  /// @throws Problem.Unauthorized if it is deleted already
  @Transactional
  public void lockExisting(long id) {
    if (lock(id) == 0) {
      throw Problem.Unauthorized.notSignedIn();
    }
  }

  public Optional<User> find(long id) {
    return sql.sql("SELECT * FROM users WHERE id = :id")
        .param("id", id)
        .query(Rows.of(User.class))
        .optional();
  }

  /// @throws Problem.NotFound if there is no such person
  public User require(long id) {
    return find(id).orElseThrow(() -> new Problem.NotFound("person"));
  }

  /// Compares without case, and stricter than a database would: if `jose` equalled `josé`, wrong
  /// guesses at one password would count under several names.
  public Optional<User> findByName(String username) {
    return sql.sql("SELECT * FROM users WHERE username = :username")
        .param("username", username)
        .query(Rows.of(User.class))
        .optional()
        .filter(user -> withoutCase(user.username()).equals(withoutCase(username)));
  }

  private static String withoutCase(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /// Summaries of those of these people and guests who exist, as the viewer sees them, by id.
  public Map<Long, PersonSummary> summaries(Viewer viewer, Collection<Long> ids) {
    return summaries(ids, "NOT " + Blocks.noneBetweenViewerAnd("u.id"), viewer.userId());
  }

  /// People and guests by id, without what blocks hide; those who do not exist are left out.
  Map<Long, PersonSummary> summariesWithoutBlocks(Collection<Long> ids) {
    return summaries(ids, "0", 0);
  }

  private Map<Long, PersonSummary> summaries(Collection<Long> ids, String hidden, long viewer) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    Map<Long, PersonSummary> found =
        sql
            .sql(
                """
                SELECT u.id, u.username, u.picture, u.share_camera, u.share_place, %s AS hidden
                FROM users u WHERE u.id IN (:ids)
                """
                    .formatted(hidden))
            .param("viewer", viewer)
            .param("ids", ids)
            .query(PersonSummary::read)
            .list()
            .stream()
            .collect(Collectors.toMap(PersonSummary::id, Function.identity()));
    guests.of(ids).forEach((id, guest) -> found.put(id, PersonSummary.ofGuest(id, guest)));
    return found;
  }

  /// People whose ids follow this one, ascending.
  public List<User> after(long id, int limit) {
    return sql.sql("SELECT * FROM users WHERE id > :id ORDER BY id LIMIT :limit")
        .param("id", id)
        .param("limit", limit)
        .query(Rows.of(User.class))
        .list();
  }

  /// The names of those of these people and guests who exist, by id.
  public Map<Long, String> names(Collection<Long> ids) {
    Map<Long, String> names = new HashMap<>();
    guests.of(ids).forEach((id, guest) -> names.put(id, guest.name()));
    if (!ids.isEmpty()) {
      sql.sql("SELECT id, username FROM users WHERE id IN (:ids)")
          .param("ids", Set.copyOf(ids))
          .query(
              row -> {
                names.put(row.getLong("id"), row.getString("username"));
              });
    }
    return names;
  }

  public boolean any() {
    return sql.sql("SELECT count(*) FROM (SELECT 1 FROM users LIMIT 1) u")
            .query(Long.class)
            .single()
        > 0;
  }

  public boolean hasEmail(String email) {
    return sql.sql("SELECT count(*) FROM users WHERE email = :email")
            .param("email", email)
            .query(Long.class)
            .single()
        > 0;
  }

  /// People who match every word of a query at the beginning of a word of their username or display
  /// name, by username. People between whom and the viewer a block exists are left out.
  public List<User> search(long viewer, String typed, String afterUsername, int limit) {
    List<String> beginnings = PersonSearch.typed(typed);
    if (beginnings.isEmpty()) {
      return List.of();
    }
    return sql.sql(
            """
            SELECT * FROM users u
            WHERE %s
              AND u.username > :after AND %s
            ORDER BY u.username LIMIT :limit
            """
                .formatted(
                    PersonSearch.condition(beginnings.size()), Blocks.noneBetweenViewerAnd("u.id")))
        .params(PersonSearch.parameters(beginnings))
        .param("viewer", viewer)
        .param("after", afterUsername)
        .param("limit", limit)
        .query(Rows.of(User.class))
        .list();
  }

  /// The fields that people can change themselves; null leaves a field as it is.
  ///
  /// @param coverPhotoId empty for none
  public record ProfileEdit(
      @Nullable String name,
      @Nullable String bio,
      @Nullable String defaultAudience,
      @Nullable Boolean shareCamera,
      @Nullable Boolean sharePlace,
      @Nullable String coverPhotoId) {}

  @Transactional
  public void change(long id, ProfileEdit edit) {
    sql.sql(
            """
            UPDATE users SET name = COALESCE(:name, name), bio = COALESCE(:bio, bio),
              default_audience = COALESCE(:audience, default_audience),
              share_camera = COALESCE(:camera, share_camera),
              share_place = COALESCE(:place, share_place),
              cover_photo_id = NULLIF(COALESCE(:cover, cover_photo_id), '')
            WHERE id = :id
            """)
        .param("name", edit.name())
        .param("bio", edit.bio())
        .param("audience", edit.defaultAudience())
        .param("camera", edit.shareCamera())
        .param("place", edit.sharePlace())
        .param("cover", edit.coverPhotoId())
        .param("id", id)
        .update();
    User changed = require(id);
    words.write(id, changed.username(), changed.name());
  }

  @Transactional
  public void changePicture(long id, @Nullable String version) {
    sql.sql("UPDATE users SET picture = :picture WHERE id = :id")
        .param("picture", version)
        .param("id", id)
        .update();
  }

  /// Deletes a person and all rows that reference them. The photos must be deleted before.
  ///
  /// @throws org.springframework.dao.DataIntegrityViolationException if there are photos
  @Transactional
  public void remove(long id) {
    lock(id); // like who adds a photo, before all other rows
    publisher.publishEvent(new Removed(id));
    sql.sql("DELETE FROM users WHERE id = :id").param("id", id).update();
  }

  @Transactional
  public void replacePasswordHash(long id, String hash) {
    sql.sql("UPDATE users SET password_hash = :hash WHERE id = :id")
        .param("hash", hash)
        .param("id", id)
        .update();
  }
}
