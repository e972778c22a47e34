package lumina.metrics;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lumina.Form;
import lumina.Person;
import lumina.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;

@ServerTest
@Isolated("It counts requests.")
class MetricsTest {
  private static final Path DOCS = Path.of("..", "docs");
  private static final Pattern NAME =
      Pattern.compile("\\b(?:lumina|http|hikaricp|jvm|process|system|disk)_[a-z0-9_]+\\b");
  private static final Pattern ALERT = Pattern.compile("(?m)^ +- alert: (\\w+)$");

  @LocalServerPort private int port;
  @Autowired private MetricsServer server;
  @Autowired private Environment settings;
  private Person ann;

  @BeforeEach
  void comes() {
    ann = Person.signUp(port);
  }

  private String metrics() {
    return Person.stranger(server.port()).get("/metrics").expect(200).text();
  }

  /// The sum of what begins like this and has all of these labels.
  private double value(String name, String... labels) {
    return metrics()
        .lines()
        .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
        .filter(line -> Stream.of(labels).allMatch(line::contains))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  @Test
  void requests_are_counted_by_route_and_status_and_no_path_makes_a_series() {
    String[] found = {"method=\"GET\"", "route=\"/api/photos/{id}\"", "status=\"200\""};
    String photo = ann.uploadPhoto();
    double before = value("http_server_requests_seconds_count", found);
    ann.get("/api/photos/" + photo).expect(200);
    ann.get("/api/photos/" + photo).expect(200);
    ann.get("/api/invented/" + photo).expect(404);
    ann.get("/invented/" + photo);
    await()
        .untilAsserted(
            () ->
                assertThat(value("http_server_requests_seconds_count", found) - before)
                    .isGreaterThanOrEqualTo(2));
    assertThat(metrics())
        .contains("http_server_requests_seconds_bucket{method=\"GET\",route=\"/api/photos/{id}\"")
        .doesNotContain(photo)
        .doesNotContain("invented")
        .doesNotContain(ann.name());
  }

  @Test
  void uploads_pictures_stores_people_and_photos_are_counted() {
    double added = value("lumina_uploads_total", "added");
    double refused = value("lumina_uploads_total", "refused");
    double pictures = value("lumina_pictures_total");
    double people = value("lumina_people");
    double files = value("lumina_store_calls_seconds_count", files());
    Person.signUp(port).uploadPhoto();
    ann.upload(new Form().file("x.jpg", new byte[] {1, 2, 3})).expect(400);
    assertThat(value("lumina_uploads_total", "added")).isGreaterThan(added);
    assertThat(value("lumina_uploads_total", "refused")).isGreaterThan(refused);
    assertThat(value("lumina_pictures_total")).isGreaterThan(pictures);
    assertThat(value("lumina_store_calls_seconds_count", files())).isGreaterThan(files);
    await().until(() -> value("lumina_people") > people && value("lumina_photos") > 0);
    assertThat(value("lumina_store_up", "database")).isEqualTo(1);
    assertThat(value("lumina_store_calls_seconds_count", "operation=\"write\"")).isPositive();
  }

  private String files() {
    return "local".equals(settings.getProperty("storage.backend"))
        ? "store=\"files\""
        : "operation=\"PutObject\"";
  }

  @Test
  void they_are_on_their_own_port_alone() {
    ann.get("/metrics").expect(404);
    Person scraper = Person.stranger(server.port());
    scraper.get("/").expect(404);
    scraper.get("/metrics/more").expect(404);
    scraper.post("/metrics").expect(405);
  }

  @Test
  void dashboard_rules_and_docs_name_metrics_and_alerts_that_there_are() throws IOException {
    String guide = read("metrics.md");
    String rules = read("metrics/alerts.yaml");
    System.gc(); // its metrics begin with the first collection
    ann.uploadPhoto();
    await()
        .untilAsserted(
            () -> {
              Set<String> there = names(metrics());
              for (String page : Set.of(guide, rules, read("metrics/dashboard.json"))) {
                assertThat(there).containsAll(names(page));
              }
            });
    Set<String> alerts =
        ALERT.matcher(rules).results().map(alert -> alert.group(1)).collect(toSet());
    assertThat(alerts)
        .hasSize(10)
        .allSatisfy(alert -> assertThat(guide).contains("`" + alert + "`"));
    assertThat(names(guide)).containsAll(names(read("metrics/dashboard.json")));
  }

  private static Set<String> names(String text) {
    return NAME.matcher(text).results().map(MatchResult::group).collect(toSet());
  }

  private static String read(String page) throws IOException {
    return Files.readString(DOCS.resolve(page));
  }
}
