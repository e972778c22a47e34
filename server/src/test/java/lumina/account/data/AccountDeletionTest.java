package lumina.account.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import lumina.Person;
import lumina.ServerTest;
import lumina.access.Audience;
import lumina.access.Viewer;
import lumina.account.PersonalData;
import lumina.account.UserStore;
import lumina.account.session.SessionStore;
import lumina.http.problem.Problem;
import lumina.media.Pictures;
import lumina.photo.detail.PhotoText;
import lumina.upload.Duplicates;
import lumina.upload.PhotoUpload;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The deletion of an account to which photos are just uploaded.
@ServerTest
class AccountDeletionTest {
  @LocalServerPort private int port;
  @Autowired private PersonPhotos photos;
  @Autowired private SessionStore sessions;
  @Autowired private UserStore users;
  @Autowired private PhotoUpload upload;
  @Autowired private JdbcClient sql;
  private Person ann = Person.stranger(0);

  @BeforeEach
  void signUp() {
    ann = Person.signUp(port);
  }

  /// Data whose deletion takes as long as photos need to arrive.
  ///
  /// @param arriving how many there are, one each time
  private record Slow(Runnable arrival, AtomicInteger arriving) implements PersonalData {
    @Override
    public String name() {
      return "slow";
    }

    @Override
    public void each(long userId, Consumer<Object> taker) {}

    @Override
    public void forget(long userId) {
      if (arriving.getAndDecrement() > 0) {
        arrival.run();
      }
    }
  }

  private void leave(int arriving) {
    new AccountDeletion(
            photos, List.of(new Slow(this::arrive, new AtomicInteger(arriving))), sessions, users)
        .leave(new Viewer.Person(ann.id(), ann.name()));
  }

  /// As imports go on, whose owner is not asked for a session.
  private void arrive() {
    var delivery =
        new PhotoUpload.Delivery(
            "a.jpg", null, Duplicates.KEEP, target -> Files.write(target, Pictures.photo(70, 50)));
    var _ =
        upload.upload(
            new Viewer.Person(ann.id(), ann.name()),
            PhotoText.of("", "", List.of()),
            Audience.PRIVATE,
            delivery);
  }

  @Test
  void a_photo_that_arrives_during_the_deletion_is_deleted_too() {
    leave(1);
    assertThat(users.find(ann.id())).isEmpty();
    assertThat(ofAnn()).isZero();
  }

  @Test
  void an_account_at_which_photos_go_on_arriving_stays_and_may_be_deleted_later() {
    assertThatThrownBy(() -> leave(Integer.MAX_VALUE))
        .isInstanceOfSatisfying(
            Problem.Unavailable.class,
            problem -> assertThat(problem.code()).isEqualTo("photos_arriving"));
    Person stranger = Person.stranger(port);
    Person again =
        stranger.signedIn(
            stranger
                .post(
                    "/api/auth/login", Map.of("username", ann.name(), "password", Person.PASSWORD))
                .expect(200));
    again
        .json("DELETE", "/api/account", "{\"password\":\"%s\"}".formatted(Person.PASSWORD))
        .expect(204);
    assertThat(users.find(ann.id())).isEmpty();
    assertThat(ofAnn()).isZero();
  }

  @Test
  void an_upload_that_ends_after_the_deletion_adds_nothing() {
    var delivery =
        new PhotoUpload.Delivery(
            "a.jpg",
            null,
            Duplicates.KEEP,
            target -> {
              Files.write(target, Pictures.photo(70, 50));
              ann.json("DELETE", "/api/account", "{\"password\":\"%s\"}".formatted(Person.PASSWORD))
                  .expect(204);
            });
    var owner = new Viewer.Person(ann.id(), ann.name());
    PhotoText words = PhotoText.of("", "", List.of());

    assertThatThrownBy(() -> upload.upload(owner, words, Audience.PUBLIC, delivery))
        .isInstanceOf(Problem.Unauthorized.class);

    assertThat(ofAnn()).isZero();
  }

  private long ofAnn() {
    return sql.sql("SELECT count(*) FROM photos WHERE user_id = :user")
        .param("user", ann.id())
        .query(Long.class)
        .single();
  }
}
