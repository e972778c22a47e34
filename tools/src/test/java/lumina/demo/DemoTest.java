package lumina.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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

@Timeout(300)
class DemoTest {
  private static final Pattern KEYS =
      Pattern.compile("(.*) log in as (\\w+) with the password: (.+)");
  private static final String ACTED = "The people of the demo have done everything";

  private final Script script = Script.read();
  @TempDir private Path folder;
  @TempDir private Path data;

  /// Small pictures instead of those in `demo`, which take some seconds to decode.
  @BeforeEach
  void drawPictures() throws IOException {
    byte[] picture = Pictures.photo(64, 48);
    Path photos = Files.createDirectory(folder.resolve("photos"));
    for (Script.Upload upload : script.photos()) {
      Files.write(photos.resolve(upload.file() + ".webp"), picture);
    }
    Path faces = Files.createDirectory(folder.resolve("faces"));
    for (Script.Profile person : script.people()) {
      Files.write(faces.resolve(person.username() + ".webp"), picture);
    }
  }

  @Test
  void the_demo_is_full_of_life_and_does_nothing_twice() {
    Seen first = seen("The demo is ready:");
    assertThat(first.photos().all("alt"))
        .containsExactlyInAnyOrderElementsOf(
            script.photos().stream().map(Script.Upload::alt).toList());
    assertThat(first.photos().json().valueStream())
        .allSatisfy(photo -> assertThat(photo.get("user_picture_url").asString()).isNotEmpty())
        .allSatisfy(photo -> assertThat(photo.get("taken_from").asString()).isEqualTo("file"));
    assertThat(years(first.photos(), "taken_at")).isGreaterThan(4);
    assertThat(years(first.photos(), "created_at")).isGreaterThan(4);
    assertThat(first.friends().all("username")).contains("jonas", "aiko", "ines", "theo");
    assertThat(first.requests().text()).contains("\"sam\"", "\"noor\"");
    assertThat(first.conversations().text()).contains("Tea on Sunday?", "The fence is up.");
    assertThat(first.albums().all("title")).containsExactly("France by car");
    assertThat(first.albums().text()).contains("\"count\":7", "\"aiko\"", "\"theo\"");
    assertThat(first.comments()).isEqualTo(comments());
    assertThat(first.photos().text())
        .contains("\"reaction\":\"🔥\",\"count\"", "\"reaction\":\"👏\",\"count\"");

    Seen second = seen("The demo was not added, because there are accounts already.");
    assertThat(second.texts()).isEqualTo(first.texts());
  }

  private long comments() {
    return script.photos().stream().mapToLong(photo -> photo.comments().size()).sum()
        + script.acts().stream().filter(act -> act.comment() != null).count();
  }

  /// The time between the oldest and the newest photo.
  private static long years(Answer photos, String field) {
    var times = photos.json().valueStream().mapToLong(it -> it.get(field).asLong());
    var range = times.summaryStatistics();
    return Duration.ofMillis(range.getMax() - range.getMin()).toDays() / 365;
  }

  /// @param photos as somebody sees them who is a friend of everyone that posts for friends
  private record Seen(
      Answer photos, Answer friends, Answer requests, Answer conversations, Answer albums) {
    List<String> texts() {
      return List.of(
          photos.text(), friends.text(), requests.text(), conversations.text(), albums.text());
    }

    long comments() {
      return photos.json().valueStream().mapToLong(it -> it.get("comment_count").asLong()).sum();
    }
  }

  /// Starts the demo, and looks at it as the person whom it names, when its people have acted.
  ///
  /// @param outcome what the demo says about itself
  private Seen seen(String outcome) {
    LuminaProcess demo =
        CommandProcess.start(
            Map.of("LUMINA_DATA", data.toString(), "PORT", "0"),
            "--lumina.demo-photos=" + folder,
            "--lumina.demo-pause=PT0.01S");
    try {
      String said = demo.until(line -> line.contains(ACTED)).said();
      Matcher keys = found(KEYS, said);
      assertThat(keys.group(1)).contains(outcome);
      String address = demo.address();
      Person named = logIn(address, keys.group(2), keys.group(3));
      return new Seen(
          logIn(address, "jonas", keys.group(3)).get("/api/photos?scope=all&limit=100").expect(200),
          named.get("/api/friends").expect(200),
          named.get("/api/friends/requests").expect(200),
          named.get("/api/conversations").expect(200),
          named.get("/api/albums").expect(200));
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
