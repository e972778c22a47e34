import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Draws results as SVG for the documentation.
class Plot {
  private static final int NAMES = 240;
  private static final int WIDTH = 400;
  private static final int ROW = 24;
  private static final int BAND = 110;
  private static final int HEAD = 40;

  /// What Lumina is compared with.
  private static final List<String> OTHERS = List.of("nginx", "Tomcat", "sharp", "vipsthumbnail");

  private Plot() {}

  /// Draws one bar for each name, from the top.
  static void bars(Path file, String title, Map<String, Double> values) throws IOException {
    double most = values.values().stream().mapToDouble(it -> it).max().orElse(1);
    StringBuilder svg = begin(title, HEAD + values.size() * ROW + ROW / 2);
    int y = HEAD;
    for (var bar : values.entrySet()) {
      bar(svg, y, bar.getKey(), bar.getValue(), bar.getValue() / most);
      y += ROW;
    }
    Files.writeString(file, svg.append("</svg>\n"));
  }

  /// Draws a line for each name, from zero to its maximum, one below the other.
  static void lines(Path file, String title, Map<String, List<Double>> values) throws IOException {
    StringBuilder svg = begin(title, HEAD + values.size() * BAND);
    int y = HEAD;
    for (var line : values.entrySet()) {
      line(svg, y + BAND - ROW, line.getKey(), line.getValue());
      y += BAND;
    }
    Files.writeString(file, svg.append("</svg>\n"));
  }

  private static void line(StringBuilder svg, int zero, String name, List<Double> values) {
    double most = values.stream().mapToDouble(it -> it).max().orElse(1);
    int height = BAND - 2 * ROW;
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < values.size(); i++) {
      double x = NAMES + i * (double) WIDTH / Math.max(1, values.size() - 1);
      points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, zero - values.get(i) / most * height));
    }
    line(svg, "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>", NAMES - 8, zero, name);
    line(svg, "<path d=\"M%d %dh%d\" stroke=\"#9aa5b1\"/>", NAMES, zero, WIDTH);
    line(svg, "<polyline points=\"%s\" fill=\"none\" stroke=\"#2563a8\"/>", points.toString().strip());
    line(svg, "<text x=\"%d\" y=\"%d\">%.0f</text>", NAMES + WIDTH + 6, zero - height + 4, most);
  }

  private static StringBuilder begin(String title, int height) {
    StringBuilder svg = new StringBuilder();
    line(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$d\" height=\"%2$d\""
            + " viewBox=\"0 0 %1$d %2$d\" font-family=\"sans-serif\" font-size=\"13\">",
        NAMES + WIDTH + 70,
        height);
    line(svg, "<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>");
    line(svg, "<text x=\"12\" y=\"24\" font-weight=\"bold\">%s</text>", title);
    return svg;
  }

  private static void bar(StringBuilder svg, int y, String name, double value, double part) {
    int width = (int) Math.max(1, Math.round(part * WIDTH));
    String colour = OTHERS.stream().anyMatch(name::startsWith) ? "#9aa5b1" : "#2563a8";
    int text = y + 14;
    line(svg, "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>", NAMES - 8, text, name);
    line(
        svg,
        "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"18\" fill=\"%s\"/>",
        NAMES,
        y,
        width,
        colour);
    line(svg, "<text x=\"%d\" y=\"%d\">%.3f</text>", NAMES + width + 6, text, value);
  }

  private static void line(StringBuilder svg, String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
