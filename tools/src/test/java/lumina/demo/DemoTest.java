package lumina.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lumina.Answer;
import lumina.Person;
import lumina.cli.CommandProcess;
import lumina.media.Pictures;
import lumina.process.LuminaProcess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class DemoTest {
  private static final Pattern ADDRESS = Pattern.compile("Lumina is at (http://localhost:\\d+)");
  private static final Pattern KEYS =
      Pattern.compile("(.*) log in as (\\w+) with the password: (.+)");

  @TempDir private Path pictures;
  @TempDir private Path data;

  /// The pictures of the demo are packages of the page, which need not be installed.
  @BeforeEach
  void drawPictures() throws IOException {
    for (Script.Upload upload : Script.read().uploads()) {
      Path folder = pictures.resolve("datasets-img-" + upload.file()).resolve("data");
      Files.write(Files.createDirectories(folder).resolve("image.jpg"), Pictures.photo(64, 48));
    }
  }

  @Test
  void the_demo_shows_photos_friends_and_conversations_and_makes_nothing_twice() {
    Seen first = seen("The demo is ready:");
    assertThat(first.photos().all("caption")).hasSize(Script.read().uploads().size());
    assertThat(first.friends().all("username")).containsExactlyInAnyOrder("jonas", "aiko");
    assertThat(first.requests().text()).contains("\"sam\"");
    assertThat(first.conversations().text()).contains("Tea on Sunday?", "The morning shots are up");

    Seen second = seen("The demo was not added, because there are accounts already.");
    assertThat(second.texts()).isEqualTo(first.texts());
  }

  private record Seen(Answer photos, Answer friends, Answer requests, Answer conversations) {
    List<String> texts() {
      return List.of(photos.text(), friends.text(), requests.text(), conversations.text());
    }
  }

  /// Starts the demo, and looks at it as the person whom it names.
  ///
  /// @param outcome what the demo says about itself
  private Seen seen(String outcome) {
    LuminaProcess demo =
        CommandProcess.start(
            Map.of("LUMINA_DATA", data.toString(), "PORT", "0"),
            "--lumina.demo-photos=" + pictures);
    try {
      Matcher keys = found(KEYS, demo.until(line -> KEYS.matcher(line).find()).said());
      assertThat(keys.group(1)).contains(outcome);
      Person person = logIn(found(ADDRESS, demo.said()).group(1), keys.group(2), keys.group(3));
      return new Seen(
          person.get("/api/photos?scope=all").expect(200),
          person.get("/api/friends").expect(200),
          person.get("/api/friends/requests").expect(200),
          person.get("/api/conversations").expect(200));
    } finally {
      demo.stop();
    }
  }

  private static Matcher found(Pattern wanted, String said) {
    Matcher found = wanted.matcher(said);
    assertThat(found.find()).as(said).isTrue();
    return found;
  }

  private static Person logIn(String address, String name, String password) {
    Person stranger = Person.stranger(address);
    return stranger.signedIn(
        stranger
            .post("/api/auth/login", Map.of("username", name, "password", password))
            .expect(200));
  }
}
