package lumina.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import lumina.Answer;
import lumina.Form;
import lumina.Person;
import lumina.ServerTest;
import lumina.media.Pictures;
import lumina.share.Shares.Link;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What chats show for a link.
@ServerTest
class LinkPageTest {
  @LocalServerPort private int port;
  private Person ann = Person.stranger(0);
  private Person visitor = Person.stranger(0);

  @BeforeEach
  void signUp() {
    ann = Person.signUp(port);
    visitor = Person.stranger(port);
  }

  @Test
  void the_page_of_a_link_says_in_its_head_what_it_shows() throws IOException {
    Form form = new Form().field("audience", "private").file("x.jpg", Pictures.photo(300, 400));
    String photo = ann.upload(form).expect(201).json().get("photo_id").asString();
    Link link = Shares.of(ann, List.of(photo), "title", "Our <summer>");
    Answer page = visitor.get(link.page()).expect(200);
    String image = "http://localhost:%d%s/preview".formatted(port, link.api());
    assertThat(page.text())
        .contains("property=\"og:title\" content=\"Our &lt;summer&gt;\"")
        .contains(
            "property=\"og:description\" content=\"%s shares 1 photo.\"".formatted(ann.name()))
        .contains("property=\"og:image\" content=\"%s\"".formatted(image));
    assertThat(page.header("X-Robots-Tag")).isEqualTo("noindex");
    Answer open = visitor.get(link.page() + "/" + photo).expect(200);
    assertThat(open.text()).isEqualTo(page.text());
    assertThat(open.header("X-Robots-Tag")).isEqualTo("noindex");
    Answer preview = visitor.get(link.api() + "/preview").expect(200);
    var picture = ImageIO.read(new ByteArrayInputStream(preview.bytes()));
    assertThat(picture.getWidth()).isEqualTo(1_200);
    assertThat(picture.getHeight()).isEqualTo(630);
  }

  @Test
  void a_person_whom_its_owner_blocked_has_the_page_of_a_link_that_never_was() {
    Link link = Shares.of(ann, List.of(ann.uploadPhoto()), "title", "Summer");
    Person bob = Person.signUp(port);
    assertThat(bob.get(link.page()).expect(200).text()).contains("Summer");
    ann.put("/api/blocks/" + bob.id()).expect(204);
    assertThat(bob.get(link.page()).expect(200).text())
        .isEqualTo(visitor.get("/s/never").expect(200).text());
  }

  @Test
  void an_ended_link_has_the_page_of_one_that_never_was() {
    Link link = Shares.of(ann, List.of(ann.uploadPhoto()));
    ann.delete(link.own()).expect(204);
    assertThat(visitor.get(link.page()).expect(200).text())
        .isEqualTo(visitor.get("/s/never").expect(200).text())
        .contains("<title>Lumina</title>");
    visitor.get(link.api() + "/preview").expectProblem(404, "not_found");
  }
}
