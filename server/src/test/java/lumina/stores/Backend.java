package lumina.stores;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import lumina.access.Audience;
import lumina.account.User;
import lumina.media.Capture;
import lumina.media.ImageFormat;
import lumina.photo.detail.NewPhoto;
import lumina.photo.detail.PhotoDetails;
import lumina.photo.detail.PhotoItem;
import lumina.photo.detail.PhotoItems;
import lumina.photo.detail.PhotoText;
import lumina.photo.detail.Picture;
import lumina.photo.detail.StrippedOriginal;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Repository;

/// The two backends, with their stores of photos, comments, likes and messages: contract tests run
/// on both. All tests of this JVM share one instance of each.
public enum Backend {
  /// SQLite.
  LOCAL,
  /// MariaDB and DynamoDB Local.
  CLOUD;

  private static final Map<Backend, ConfigurableApplicationContext> STARTED =
      new ConcurrentHashMap<>();

  /// The SQL stores and their dependencies. Not a `@Configuration`: the component scan of the whole
  /// application would find it.
  @ComponentScan(
      basePackages = {
        "lumina.comment",
        "lumina.like",
        "lumina.message",
        "lumina.photo.detail",
        "lumina.search",
        "lumina.storage.dynamo"
      },
      useDefaultFilters = false,
      includeFilters = {
        @ComponentScan.Filter(Repository.class),
        @ComponentScan.Filter(
            type = FilterType.REGEX,
            pattern =
                ".*\\.(Dynamo|DynamoConnection|DynamoTables|DynamoStart|DynamoCommentWriting"
                    + "|DynamoReassignment|DynamoMessageReactions)")
      })
  static class Stores {
    @Bean
    @Primary
    Clock standingClock() {
      return new StandingClock();
    }
  }

  /// A clock that stands still until a test advances it: so everything happens in the same
  /// millisecond, which is where sort orders go wrong.
  private static final class StandingClock extends Clock {
    private final AtomicLong now = new AtomicLong(System.currentTimeMillis());

    void pass() {
      now.addAndGet(100);
    }

    @Override
    public Instant instant() {
      return Instant.ofEpochMilli(now.get());
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }

  /// A store or another bean.
  public <T> T get(Class<T> type) {
    return context().getBean(type);
  }

  private ConfigurableApplicationContext context() {
    return STARTED.computeIfAbsent(
        this, it -> SqlDatabase.start(List.of(Stores.class), it.settings()));
  }

  private String[] settings() {
    return this == LOCAL ? new String[] {"storage.backend=local"} : cloud();
  }

  private static String[] cloud() {
    MariaDb index = MariaDb.shared();
    return index.settings(
        index.newDatabase(),
        Stream.concat(
                Stream.of("storage.patience-seconds=60", "STORAGE_CREATE=true"),
                DynamoDbLocal.shared().newTables().entrySet().stream().map(String::valueOf))
            .toArray(String[]::new));
  }

  /// Milliseconds since 1970. Time stands still until a test calls [#pass], also one of another
  /// class at the same time.
  public long now() {
    return get(Clock.class).millis();
  }

  public void pass() {
    ((StandingClock) get(Clock.class)).pass();
  }

  /// Creates a person whose name begins with this.
  public User person(String name) {
    return new Rows(context()).person(name);
  }

  /// Adds a public photo without text, likes or comments.
  public String photo(User owner) {
    String id = new Rows(context()).photo(owner, "", "public");
    get(PhotoItems.class)
        .add(newPhoto(id, owner, new PhotoText("", "", List.of())), owner.username(), now());
    return id;
  }

  /// The sort key of a photo in the index.
  public long sortKey(String photoId) {
    return inIndex("sort_key", photoId).orElseThrow();
  }

  private Optional<Long> inIndex(String column, String photoId) {
    return new Rows(context())
        .sql()
        .sql("SELECT %s FROM photos WHERE photo_id = :photo".formatted(column))
        .param("photo", photoId)
        .query(Long.class)
        .optional();
  }

  /// The details of a photo, as a list reads them now for this viewer.
  public Optional<PhotoItem> item(String photoId, long viewerId) {
    long revision = inIndex("revision", photoId).orElse(0L);
    return Optional.ofNullable(
        get(PhotoItems.class).read(viewerId, Map.of(photoId, revision)).get(photoId));
  }

  /// Deletes a photo, from the index first.
  public void remove(String photoId) {
    new Rows(context())
        .sql()
        .sql("DELETE FROM photos WHERE photo_id = :photo")
        .param("photo", photoId)
        .update();
    get(PhotoItems.class).remove(photoId);
  }

  public static String newId() {
    return UUID.randomUUID().toString().replace("-", "");
  }

  /// A photo that is about to be added.
  public static NewPhoto newPhoto(String id, User owner, PhotoText words) {
    Picture picture = new Picture(1_234, 40, 30, "1QcSHQRnh493V4dIh4eXh1h4kJUI", false, false);
    return new NewPhoto(
        id,
        owner.id(),
        Audience.PUBLIC,
        ImageFormat.JPEG,
        new PhotoDetails(words, picture, Capture.UNKNOWN),
        "",
        null,
        StrippedOriginal.UNKNOWN,
        null);
  }
}
