package lumina.feed;

import static org.assertj.core.api.Assertions.assertThat;

import lumina.Answer;
import lumina.Person;
import lumina.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class FeedTest {
  private static final String SEEN = "/api/feed/seen";
  @LocalServerPort private int port;

  @Test
  void how_far_somebody_has_seen_home_only_ever_goes_forward() {
    Person ann = Person.signUp(port);
    String older = ann.uploadPhoto();
    String newer = ann.uploadPhoto();
    assertThat(seenUntil(ann.get(SEEN))).isZero();
    long first = seenUntil(mark(ann, older));
    long second = seenUntil(mark(ann, newer));
    assertThat(second).isGreaterThan(first).isPositive();
    assertThat(seenUntil(mark(ann, older))).isEqualTo(second);
    assertThat(seenUntil(ann.get(SEEN))).isEqualTo(second);
  }

  private static Answer mark(Person who, String photo) {
    return who.json("PUT", SEEN, "{\"photo_id\":\"%s\"}".formatted(photo));
  }

  private static long seenUntil(Answer answer) {
    return answer.expect(200).json().get("seen_until").asLong();
  }
}
