package lumina.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lumina.Lumina;
import org.springframework.util.FileSystemUtils;

/// The class path of processes that tests start, with a class data archive of its jars: it halves
/// the time they need to start. The first caller creates the archive; it is recreated when a jar is
/// newer.
final class SharedClasses {
  private static final OnceMade ARCHIVE = OnceMade.named("shared-classes.jsa");

  /// Jars that can be archived. Not our own jars, which change; nor that of DynamoDB Local, which
  /// refers to a folder.
  private static final Pattern ARCHIVABLE =
      Pattern.compile("(?!.*[/\\\\]target[/\\\\])(?!.*DynamoDBLocal).*\\.jar");

  private static final String JARS = path(true);
  private static final String REST = path(false);

  private SharedClasses() {}

  /// The options of a JVM that runs Lumina from its classes.
  static List<String> options() throws IOException {
    Path archive = ARCHIVE.unless(SharedClasses::isNew, SharedClasses::make);
    return with("-XX:SharedArchiveFile=" + archive, JARS + File.pathSeparator + REST);
  }

  private static List<String> with(String option, String path) {
    return List.of(
        "--enable-native-access=ALL-UNNAMED",
        option,
        "-Xlog:cds=off",
        "-Xlog:aot=off",
        "-cp",
        path);
  }

  private static boolean isNew() {
    long made = ARCHIVE.path().toFile().lastModified();
    return Stream.of(JARS.split(File.pathSeparator, -1))
        .map(File::new)
        .allMatch(jar -> jar.lastModified() <= made);
  }

  /// Starts Lumina once on an empty folder to record the classes that a start loads, and archives
  /// them.
  private static void make(Path archive) throws IOException {
    Path list = Files.createTempFile("lumina-classes-", ".list");
    Path data = Files.createTempDirectory("lumina-test-");
    LuminaProcess start =
        LuminaProcess.java(
            Map.of("LUMINA_DATA", data.toString(), "PORT", "0"),
            with("-XX:DumpLoadedClassList=" + list, JARS + File.pathSeparator + REST),
            Lumina.class.getName());
    start.untilReady().stop();
    List<String> dump = new ArrayList<>(List.of("-Xshare:dump", "-XX:SharedClassListFile=" + list));
    dump.addAll(with("-XX:SharedArchiveFile=" + archive, JARS));
    LuminaProcess.java(Map.of(), dump, "-version").exitCode();
    Files.delete(list);
    FileSystemUtils.deleteRecursively(data);
  }

  private static String path(boolean kept) {
    return String.join(
        File.pathSeparator,
        Stream.of(
                String.valueOf(System.getProperty("java.class.path")).split(File.pathSeparator, -1))
            .filter(part -> kept == ARCHIVABLE.matcher(part).matches())
            .toList());
  }
}
