import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// Draws results as SVG for the documentation.
class Plot {
  private static final int NAMES = 210;
  private static final int WIDTH = 400;
  private static final int ROW = 24;
  private static final int HEAD = 40;

  private Plot() {}

  /// Draws one bar for each name, from the top.
  static void bars(Path file, String title, Map<String, Double> values) throws IOException {
    double most = values.values().stream().mapToDouble(it -> it).max().orElse(1);
    int height = HEAD + values.size() * ROW + ROW / 2;
    StringBuilder svg = new StringBuilder();
    line(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$d\" height=\"%2$d\""
            + " viewBox=\"0 0 %1$d %2$d\" font-family=\"sans-serif\" font-size=\"13\">",
        NAMES + WIDTH + 70,
        height);
    line(svg, "<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>");
    line(svg, "<text x=\"12\" y=\"24\" font-weight=\"bold\">%s</text>", title);
    int y = HEAD;
    for (var bar : values.entrySet()) {
      bar(svg, y, bar.getKey(), bar.getValue(), bar.getValue() / most);
      y += ROW;
    }
    Files.writeString(file, svg.append("</svg>\n"));
  }

  private static void bar(StringBuilder svg, int y, String name, double value, double part) {
    int width = (int) Math.max(1, Math.round(part * WIDTH));
    String colour = name.startsWith("nginx") ? "#9aa5b1" : "#2563a8";
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
