package lumina.account.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import lumina.Person;
import lumina.ServerTest;
import lumina.access.Viewer;
import lumina.account.PersonalData;
import lumina.account.UserStore;
import lumina.account.session.SessionStore;
import lumina.comment.Commenting;
import lumina.http.problem.Problem;
import lumina.like.Liking;
import lumina.message.Messaging;
import lumina.photo.IndexEntry;
import lumina.photo.PhotoStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What somebody writes whose account is being deleted, or just was: their session was checked
/// before.
@ServerTest
class WordsDuringDeletionTest {
  @LocalServerPort private int port;
  @Autowired private PersonPhotos photos;
  @Autowired private SessionStore sessions;
  @Autowired private UserStore users;
  @Autowired private PhotoStore seen;
  @Autowired private Commenting comments;
  @Autowired private Liking likes;
  @Autowired private Messaging messages;
  @Autowired private ObjectProvider<DeletionRemains> remains;
  private Person ann = Person.stranger(0);
  private Person ben = Person.stranger(0);
  private String photo = "";

  @BeforeEach
  void signUp() {
    ann = Person.signUp(port);
    ben = Person.signUp(port);
    ann.befriend(ben);
    photo = ben.uploadPhoto("audience", "public");
  }

  private Viewer.Person viewer() {
    return new Viewer.Person(ann.id(), ann.name());
  }

  private void comment(IndexEntry entry) {
    comments.add(viewer(), entry, "Goodbye", null, null);
  }

  private void expectNothing() {
    assertThat(ben.get("/api/photos/" + photo).expect(200).json().path("comment_count").asInt())
        .isZero();
    assertThat(ben.get("/api/photos/" + photo).expect(200).json().path("likes").asInt()).isZero();
    assertThat(ben.get("/api/photos/" + photo + "/comments").expect(200).json()).isEmpty();
    assertThat(ben.get("/api/photos/" + photo + "/likes").expect(200).json()).isEmpty();
  }

  /// Writes when all that was there before is deleted already.
  private record Late(Runnable writing) implements PersonalData {
    @Override
    public String name() {
      return "late";
    }

    @Override
    public void each(long userId, Consumer<Object> taker) {}

    @Override
    public void forget(long userId) {
      writing.run();
    }
  }

  @Test
  void what_comes_while_an_account_is_deleted_goes_with_it_and_is_not_counted() {
    IndexEntry entry = seen.entry(viewer(), photo).orElseThrow();
    Late late =
        new Late(
            () -> {
              comment(entry);
              likes.like(viewer(), photo, "🔥");
            });

    new AccountDeletion(photos, List.of(late), sessions, users).leave(viewer());
    remains.ifAvailable(job -> job.run(String.valueOf(ann.id())));

    expectNothing();
  }

  @Test
  void nothing_is_written_for_a_deleted_account() {
    IndexEntry entry = seen.entry(viewer(), photo).orElseThrow();
    Viewer.Person gone = viewer();
    ann.json("DELETE", "/api/account", "{\"password\":\"%s\"}".formatted(Person.PASSWORD))
        .expect(204);

    assertThatThrownBy(() -> comment(entry)).isInstanceOf(Problem.Unauthorized.class);
    assertThatThrownBy(() -> likes.like(gone, photo, null))
        .isInstanceOf(Problem.Unauthorized.class);
    assertThatThrownBy(() -> messages.send(gone, ben.id(), "Goodbye", null))
        .isInstanceOf(Problem.Unauthorized.class);
    expectNothing();
  }

  @Test
  void nobody_writes_to_a_deleted_account() {
    Viewer.Person writer = new Viewer.Person(ben.id(), ben.name());
    long gone = ann.id();
    ann.json("DELETE", "/api/account", "{\"password\":\"%s\"}".formatted(Person.PASSWORD))
        .expect(204);

    assertThatThrownBy(() -> messages.send(writer, gone, "Goodbye", null))
        .isInstanceOf(Problem.Forbidden.class);
    assertThat(ben.post("/api/messages", Map.of("to_user_id", gone, "text", "Hello")).status())
        .isBetween(400, 499);
  }
}
