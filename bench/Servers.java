import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Starts web servers, which end with the benchmark.
class Servers {
  static final int NGINX = 18_083;
  static final int TOMCAT = 18_082;
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private Servers() {}

  /// The JVM with the default options of a build of Lumina, which do not include the AOT cache.
  static List<String> java(Path app) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ArrayList<>(List.of(java, "@" + app.resolve("serve.options"), "-Xms32m", "-Xmx256m"));
  }

  /// nginx with the files of a folder.
  static void nginx(Path files) throws Exception {
    Path settings = files.resolve("nginx.conf");
    Files.writeString(
        settings,
        """
        daemon off; worker_processes auto; pid %1$s/pid; error_log %1$s/errors; user root;
        events { worker_connections 512; }
        http {
          access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000000;
          server { listen 127.0.0.1:%2$d; root %1$s; }
        }
        """
            .formatted(files, NGINX));
    var _ =
        start(
            List.of("nginx", "-e", files + "/errors", "-c", settings.toString()),
            Map.of(),
            "http://localhost:%d/1k".formatted(NGINX));
  }

  /// The web server inside Lumina, alone.
  static void tomcat(Path app) throws Exception {
    List<String> command = java(app);
    command.addAll(List.of("-cp", app.resolve("lib") + "/*", "bench/BareTomcat.java"));
    command.add(String.valueOf(TOMCAT));
    var _ = start(command, Map.of(), "http://localhost:%d/".formatted(TOMCAT));
  }

  /// Starts a server and waits until it answers.
  static Process start(List<String> command, Map<String, String> settings, String address)
      throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(settings);
    builder.redirectErrorStream(true).redirectOutput(new File("/dev/null"));
    Process process = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    while (process.isAlive()) {
      try {
        HTTP.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.discarding());
        return process;
      } catch (IOException notYet) {
        Thread.sleep(10);
      }
    }
    throw new IllegalStateException(address + " does not answer");
  }
}
