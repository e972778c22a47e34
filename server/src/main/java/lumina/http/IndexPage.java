package lumina.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.HtmlUtils;

/// The HTML page of the web client, the same at every URL except for the metadata in its head,
/// which link previews read.
public final class IndexPage {
  static final Resource FILE = new ClassPathResource("/static/index.html");
  private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);
  private static final String TITLE = "<title>Lumina</title>";

  private IndexPage() {}

  /// The page without metadata.
  public static ResponseEntity<String> plain() throws IOException {
    return withHead(TITLE);
  }

  /// @param hidden the id of an object that people without an account do not see or that does not
  ///   exist: their browsers need not request it
  public static ResponseEntity<String> hiding(String hidden) throws IOException {
    return withHead(TITLE + meta("lumina:hidden", hidden));
  }

  /// The Open Graph data that every page with a preview has; the page may add to it.
  ///
  /// @param type of Open Graph
  public static Map<String, String> previews(
      String type, String title, String description, String url) {
    Map<String, String> previews = new LinkedHashMap<>();
    previews.put("og:site_name", "Lumina");
    previews.put("og:type", type);
    previews.put("og:title", title);
    previews.put("og:description", description);
    previews.put("og:url", url);
    return previews;
  }

  /// @param previews Open Graph data by property; any text, is escaped here
  public static ResponseEntity<String> with(String title, Map<String, String> previews)
      throws IOException {
    String head =
        previews.entrySet().stream()
            .map(each -> meta(each.getKey(), each.getValue()))
            .collect(Collectors.joining("", title(title), ""));
    return withHead(head);
  }

  private static String title(String title) {
    return "<title>" + HtmlUtils.htmlEscape(title, "UTF-8") + " · Lumina</title>";
  }

  private static String meta(String property, String content) {
    return "\n    <meta property=\"%s\" content=\"%s\" />"
        .formatted(property, HtmlUtils.htmlEscape(content, "UTF-8"));
  }

  private static ResponseEntity<String> withHead(String head) throws IOException {
    String page = FILE.getContentAsString(StandardCharsets.UTF_8).replace(TITLE, head);
    return ResponseEntity.ok().contentType(HTML).cacheControl(CacheControl.noCache()).body(page);
  }
}
