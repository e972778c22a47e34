import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// Runs Lumina from its classes, and restarts it whenever a source changes: `java Dev.java FOLDER
/// MAIN MODULE…`. FOLDER holds `classpath` (the libraries) and receives the compiled classes. Dev
/// compiles changed sources and their users in this JVM, which is warm. The server has a JVM of its
/// own, so that no state survives a restart.
final class Dev {
  private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();
  private static final List<String> QUICK =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED",
          "-Xlog:cds=off", "-Xlog:aot=off");

  private final Path classes;
  private final Path archive;
  private final Path list;
  private final String main;
  private final List<Path> sources;
  private final List<Path> resources;
  private final String libraries;
  private final JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
  private final StandardJavaFileManager files = javac.getStandardFileManager(null, null, null);
  private Process server;

  public static void main(String[] arguments) throws Exception {
    List<Path> modules = Stream.of(arguments).skip(2).map(Path::of).toList();
    new Dev(Path.of(arguments[0]), arguments[1], modules).serve();
  }

  private Dev(Path folder, String main, List<Path> modules) throws IOException {
    this.classes = Files.createDirectories(folder.resolve("classes"));
    this.archive = folder.resolve("libraries.jsa");
    this.list = folder.resolve("libraries.list");
    this.main = main;
    this.sources = modules.stream().map(module -> module.resolve("src/main/java")).toList();
    this.resources = modules.stream().map(module -> module.resolve("src/main/resources")).toList();
    this.libraries = Files.readString(folder.resolve("classpath")).strip();
  }

  private void serve() throws Exception {
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
    Map<Path, FileTime> seen = snapshot();
    boolean compiled = compile();
    if (compiled && !Files.exists(archive)) {
      rehearse();
    }
    if (compiled) {
      server = start(List.of("-XX:SharedArchiveFile=" + archive), Map.of()).inheritIO().start();
    }
    while (true) {
      Thread.sleep(200);
      Map<Path, FileTime> now = snapshot();
      if (!now.equals(seen)) {
        seen = now;
        restart();
      }
    }
  }

  private void restart() throws Exception {
    long begun = System.nanoTime();
    if (!compile()) {
      System.err.println("It does not compile: what was there before goes on.");
      return;
    }
    System.err.printf("Compiled in %d ms, starting anew …%n", (System.nanoTime() - begun) / 1_000_000);
    stop();
    server = start(List.of("-XX:SharedArchiveFile=" + archive), Map.of()).inheritIO().start();
  }

  /// Gives running requests a moment to end; a kill after that loses no data.
  private void stop() {
    if (server == null) {
      return;
    }
    server.destroy();
    try {
      if (!server.waitFor(1, TimeUnit.SECONDS)) {
        server.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private ProcessBuilder start(List<String> options, Map<String, String> environment) {
    List<String> command = new ArrayList<>(List.of(JAVA));
    command.addAll(QUICK);
    command.addAll(options);
    Stream.of(System.getenv().getOrDefault("LUMINA_JAVA_OPTS", "-Xmx256m").split(" ")).forEach(command::add);
    String own = String.join(":", resources.stream().map(Path::toString).toList());
    command.addAll(List.of("-cp", libraries + ":" + classes + ":" + own, main));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    return builder;
  }

  /// Archives the libraries' classes (CDS), which halves the time of each start. The archive cannot
  /// contain classes in folders.
  private void rehearse() throws Exception {
    System.err.println("Rehearsing a start, once for these libraries …");
    Path data = Files.createTempDirectory("lumina-rehearsal");
    ProcessBuilder rehearsal = start(
        List.of("-XX:DumpLoadedClassList=" + list),
        Map.of("LUMINA_DATA", data.toString(), "PORT", "0", "STORAGE_BACKEND", "local", "REDIS_URL", ""));
    Process process = rehearsal.redirectErrorStream(true).start();
    try (BufferedReader out = process.inputReader()) {
      for (String line = out.readLine(); line != null && !line.contains("Lumina is at"); line = out.readLine()) {}
      process.toHandle().destroy(); // leaves its output open, which has an end to be read
      out.transferTo(Writer.nullWriter());
    }
    process.waitFor();
    List<String> dump = new ArrayList<>(List.of(JAVA));
    dump.addAll(QUICK);
    dump.addAll(List.of("-Xshare:dump", "-XX:SharedClassListFile=" + list, "-XX:SharedArchiveFile=" + archive, "-cp", libraries));
    new ProcessBuilder(dump)
        .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
    try (Stream<Path> left = Files.walk(data)) {
      left.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    }
  }

  private Map<Path, FileTime> snapshot() throws IOException {
    Map<Path, FileTime> times = new HashMap<>();
    for (List<Path> roots : List.of(sources, resources)) {
      for (Path file : files(roots, "")) {
        times.put(file, modified(file));
      }
    }
    return times;
  }

  /// Compiles sources newer than their classes, and the sources that use them: no others can be
  /// affected.
  private boolean compile() throws IOException {
    Map<String, Path> known = new HashMap<>();
    for (Path root : sources) {
      for (Path file : files(List.of(root), ".java")) {
        known.put(root.relativize(file).toString().replaceFirst("\\.java$", ""), file);
      }
    }
    List<Path> built = files(List.of(classes), ".class");
    Set<String> changed = new HashSet<>();
    known.forEach((name, file) -> {
      Path made = classes.resolve(name + ".class");
      if (!Files.exists(made) || modified(made).compareTo(modified(file)) < 0) {
        changed.add(name);
      }
    });
    for (Path made : built) {
      if (!known.containsKey(name(made))) {
        changed.add(name(made));
        Files.delete(made);
      }
    }
    Set<String> wanted = new HashSet<>(changed);
    for (Path made : files(List.of(classes), ".class")) {
      String text = Files.readString(made, StandardCharsets.ISO_8859_1);
      if (changed.stream().anyMatch(text::contains)) {
        wanted.add(name(made));
      }
    }
    wanted.retainAll(known.keySet());
    return wanted.isEmpty() || compile(wanted.stream().map(known::get).toList(), wanted);
  }

  private boolean compile(Collection<Path> wanted, Set<String> names) throws IOException {
    FileTime begun = FileTime.fromMillis(System.currentTimeMillis() - 10);
    // This policy checks all sources before it writes any class, so that the old classes remain if
    // one does not compile.
    List<String> options =
        List.of("-nowarn", "-parameters", "-proc:none", "-Xpkginfo:always", "-XDcompilePolicy=simple",
            "-d", classes.toString(), "-cp", libraries + ":" + classes);
    if (!javac.getTask(null, files, null, options, null, files.getJavaFileObjectsFromPaths(wanted)).call()) {
      return false;
    }
    for (Path made : files(List.of(classes), ".class")) {
      if (names.contains(name(made)) && modified(made).compareTo(begun) < 0) {
        Files.delete(made);
      }
    }
    return true;
  }

  /// For example `lumina/photo/Photo`, also for nested classes.
  private String name(Path made) {
    return classes.relativize(made).toString().replaceFirst("(\\$.*)?\\.class$", "");
  }

  private static List<Path> files(List<Path> roots, String end) throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path root : roots) {
      try (Stream<Path> all = Files.walk(root)) {
        all.filter(file -> file.toString().endsWith(end) && Files.isRegularFile(file)).forEach(found::add);
      } catch (UncheckedIOException e) {
        // A file was deleted during the walk; the next one sees the rest.
      }
    }
    return found;
  }

  private static FileTime modified(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      return FileTime.fromMillis(0);
    }
  }
}
