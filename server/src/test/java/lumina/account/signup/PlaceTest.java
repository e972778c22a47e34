package lumina.account.signup;

import static org.assertj.core.api.Assertions.assertThat;

import lumina.Answer;
import lumina.Person;
import lumina.ServerTest;
import lumina.media.worker.ImageEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class PlaceTest {
  @LocalServerPort private int port;

  @Test
  void whoever_comes_is_told_who_may_come_in() {
    Answer place = Person.stranger(port).get("/api/place").expect(200);
    assertThat(place.json().get("sign_up").asString()).isEqualTo("open");
    assertThat(place.json().get("members_only").asBoolean()).isFalse();
  }

  @Test
  void pages_are_told_whether_photos_of_iphones_are_read_here(@Autowired ImageEngine engine) {
    Answer place = Person.stranger(port).get("/api/place").expect(200);
    assertThat(place.json().get("heic").asBoolean()).isEqualTo(engine.readsHeic());
  }
}
