package lumina.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import lumina.Answer;
import lumina.Form;
import lumina.Person;
import lumina.account.profile.ProfilePictures;
import lumina.blob.Blob;
import lumina.blob.BlobStore;
import lumina.cli.CommandRun;
import lumina.cli.Served;
import lumina.command.Command;
import lumina.command.Offline;
import lumina.media.Clips;
import lumina.media.ImageSize;
import lumina.media.Pictures;
import lumina.photo.detail.PhotoKeys;
import lumina.stores.CloudStores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Files that Lumina made, and that something has changed since.
class DamageCheckTest {
  @TempDir private Path data;
  private String photo = "";
  private String video = "";

  @Test
  void each_damaged_file_is_named_and_made_anew() throws Exception {
    isMadeAnew(Map.of("LUMINA_DATA", data.toString()));
  }

  @Test
  @Tag("cloud")
  void in_the_cloud_too() throws Exception {
    Map<String, String> settings = new HashMap<>(CloudStores.environment());
    settings.putAll(Map.of("STORAGE_BACKEND", "dynamodb", "LUMINA_DATA", data.toString()));
    isMadeAnew(settings);
  }

  private void isMadeAnew(Map<String, String> settings) throws Exception {
    live(settings);
    try (var lumina = new Offline(() -> CommandRun.application(settings)).open(Map.of())) {
      Map<String, UnaryOperator<byte[]>> first = new HashMap<>();
      first.put(PhotoKeys.derived(photo, ImageSize.THUMB), DamageCheckTest::zeroed);
      first.put(PhotoKeys.derived(photo, ImageSize.LARGE), DamageCheckTest::replaced);
      first.put(PhotoKeys.video(video), DamageCheckTest::cutOff);
      first.put(smallPicture(lumina), DamageCheckTest::cutOff);
      areMended(lumina, first, 3);
      Map<String, UnaryOperator<byte[]>> second = new HashMap<>();
      second.put(PhotoKeys.derived(photo, ImageSize.SMALL), DamageCheckTest::cutOff);
      second.put(PhotoKeys.derived(photo, ImageSize.MEDIUM), DamageCheckTest::zeroed);
      second.put(PhotoKeys.video(video), DamageCheckTest::replaced);
      areMended(lumina, second, 2);
    }
  }

  private void live(Map<String, String> settings) {
    try (Served server = Served.on(settings)) {
      Person ann = server.stranger().signUp();
      byte[] bytes = Pictures.jpeg(patches());
      photo = id(ann.upload(new Form().file("sea.jpg", bytes)));
      video = id(ann.upload(new Form().file("clip.mp4", Clips.mp4())));
      Form picture = new Form().file("me.jpg", bytes);
      ann.send(
              ann.request("/api/users/profile-picture")
                  .header("Content-Type", picture.contentType())
                  .POST(HttpRequest.BodyPublishers.ofByteArray(picture.bytes())))
          .expect(200);
    }
  }

  /// Of all colours, the same in each run.
  private static BufferedImage patches() {
    BufferedImage picture = new BufferedImage(1_600, 1_200, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = picture.createGraphics();
    pen.drawImage(Pictures.noise(20, 15), 0, 0, picture.getWidth(), picture.getHeight(), null);
    pen.dispose();
    return picture;
  }

  private static String id(Answer uploaded) {
    return uploaded.expect(201).json().get("photo_id").asString();
  }

  private static String smallPicture(ConfigurableApplicationContext lumina) {
    return ProfilePictures.keys(lumina.getBean(JdbcClient.class)).stream()
        .filter(it -> it.contains("thumb"))
        .findAny()
        .orElseThrow();
  }

  private void damage(
      ConfigurableApplicationContext lumina, String key, UnaryOperator<byte[]> damage)
      throws IOException {
    BlobStore blobs = lumina.getBean(BlobStore.class);
    byte[] bytes;
    try (Blob whole = blobs.find(key).orElseThrow();
        InputStream in = whole.bytes()) {
      bytes = in.readAllBytes();
    }
    blobs.put(key, Files.write(data.resolve("damaged"), damage.apply(bytes)), "image/jpeg");
  }

  private static byte[] zeroed(byte[] file) {
    byte[] damaged = file.clone();
    Arrays.fill(damaged, file.length / 2, file.length / 2 + 40, (byte) 0);
    return damaged;
  }

  private static byte[] replaced(byte[] file) {
    return "hello".getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] cutOff(byte[] file) {
    return Arrays.copyOf(file, file.length * 2 / 3);
  }

  private void areMended(
      ConfigurableApplicationContext lumina, Map<String, UnaryOperator<byte[]>> damages, int owners)
      throws IOException {
    for (var it : damages.entrySet()) {
      damage(lumina, it.getKey(), it.getValue());
    }
    assertThat(said(lumina, 1)).contains(damages.keySet());
    assertThat(said(lumina, 0, "--repair"))
        .contains(damages.keySet())
        .contains("damaged")
        .endsWith("%d differences, %d repaired.\n".formatted(owners, owners));
    assertThat(said(lumina, 0)).endsWith("All is well.\n");
  }

  private static String said(ConfigurableApplicationContext lumina, int code, String... words) {
    Command check = lumina.getBean("check", Command.class);
    CommandRun run = CommandRun.of(() -> check.run(List.of(words)));
    assertThat(run.exitCode()).as(run.said()).isEqualTo(code);
    return run.said();
  }
}
