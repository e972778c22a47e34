package lumina.account.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.WebSocketHandshakeException;
import java.util.concurrent.CompletionException;
import lumina.Answer;
import lumina.Form;
import lumina.Person;
import lumina.ServerTest;
import lumina.live.Listener;
import lumina.media.Pictures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A page shows one person while another person has logged in in the same browser.
@ServerTest
class ExpectedUserTest {
  @LocalServerPort private int port;
  private Person ann = Person.stranger(0);
  private Person cay = Person.stranger(0);

  @BeforeEach
  void signUp() {
    ann = Person.signUp(port);
    cay = Person.signUp(port);
  }

  private static Answer post(Person session, String path, String speaker, Form form) {
    return session.send(
        session
            .request(path)
            .header("Lumina-User", speaker)
            .header("Content-Type", form.contentType())
            .POST(BodyPublishers.ofByteArray(form.bytes())));
  }

  private static Answer get(Person session, String path, long speaker) {
    return session.send(session.request(path).header("Lumina-User", Long.toString(speaker)).GET());
  }

  @Test
  void nothing_is_written_in_the_name_of_somebody_else() {
    Form form = new Form().file("photo.jpg", Pictures.photo(64, 48));
    post(cay, "/api/photos", Long.toString(ann.id()), form).expectProblem(401, "other_account");
    post(cay, "/api/photos", "somebody", form).expectProblem(401, "other_account");
    assertThat(cay.get("/api/photos?scope=profile").expect(200).json()).isEmpty();
    post(cay, "/api/photos", Long.toString(cay.id()), form).expect(201);
  }

  @Test
  void nobody_is_logged_out_by_the_page_of_somebody_else() {
    post(cay, "/api/auth/logout", Long.toString(ann.id()), new Form())
        .expectProblem(401, "other_account");
    get(cay, "/api/auth/me", cay.id()).expect(200);
  }

  @Test
  void nothing_of_one_person_is_shown_on_the_page_of_another() {
    String photo = cay.uploadPhoto();
    get(cay, "/api/photos", ann.id()).expectProblem(401, "other_account");
    get(Person.stranger(port), "/api/photos/" + photo + "/image/thumb", ann.id())
        .expectProblem(401, "not_signed_in");
  }

  @Test
  void a_socket_opens_for_whom_it_is_meant_alone() {
    try (Listener socket = Listener.of(cay, "?user=" + cay.id())) {
      assertThat(socket.greeting().get("type").asString()).isEqualTo("hello");
    }
    assertThatThrownBy(() -> Listener.of(cay, "?user=" + ann.id()))
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(WebSocketHandshakeException.class);
  }
}
