import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Measures with wrk, which itself needs little processor time.
class Wrk {
  private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([\\d.]+)");

  private Wrk() {}

  /// Responses a second, measured for two seconds; each must be a 200.
  static double rate(String address, String cookie) throws Exception {
    List<String> command = new ArrayList<>(List.of("wrk", "-t1", "-c16", "-d2s"));
    if (!cookie.isEmpty()) {
      command.addAll(List.of("-H", "Cookie: " + cookie));
    }
    command.add(address);
    Process wrk = new ProcessBuilder(command).redirectErrorStream(true).start();
    String report = new String(wrk.getInputStream().readAllBytes());
    Matcher rate = RATE.matcher(report);
    if (!rate.find() || report.contains("Non-2xx")) {
      throw new IllegalStateException(address + ": " + report);
    }
    return Double.parseDouble(rate.group(1));
  }

  static double median(List<Double> measured) {
    return measured.stream().sorted().toList().get(measured.size() / 2);
  }
}
