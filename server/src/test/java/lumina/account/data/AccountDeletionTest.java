package lumina.account.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
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

  @Test
  void a_photo_that_arrives_during_the_deletion_is_deleted_too() {
    AtomicBoolean arrived = new AtomicBoolean();
    PersonalData slow =
        new PersonalData() {
          @Override
          public String name() {
            return "slow";
          }

          @Override
          public void each(long userId, Consumer<Object> taker) {}

          @Override
          public void forget(long userId) {
            if (!arrived.getAndSet(true)) {
              ann.uploadPhoto();
            }
          }
        };

    new AccountDeletion(photos, List.of(slow), sessions, users)
        .leave(new Viewer.Person(ann.id(), ann.name()));

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
