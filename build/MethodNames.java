import java.io.File;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Makes an archive for a JVM in which the names of the methods of Lumina and Spring stand in a
/// fixed order. HotSpot lists the methods of a class in the order of their names in memory, and
/// Spring generates proxies in the order of that list: so that with this archive
/// (`-XX:SharedArchiveFile`) two builds generate the same bytes.
///
/// The arguments are the archive to write and a class path.
class MethodNames {
  private static final String HEAD = "VERSION: 1.0\n@SECTION: Symbol\n";

  public static void main(String[] arguments) throws Exception {
    Path archive = Path.of(arguments[0]).toAbsolutePath();
    TreeSet<String> names = new TreeSet<>();
    for (String part : arguments[1].split(File.pathSeparator)) {
      Path path = Path.of(part);
      if (Files.isDirectory(path)) {
        addNames(path, names);
      } else if (path.getFileName().toString().matches("(server|spring)-.*\\.jar")) {
        try (FileSystem jar = FileSystems.newFileSystem(path)) {
          addNames(jar.getPath("/"), names);
        }
      }
    }
    StringBuilder symbols = new StringBuilder(HEAD);
    names.forEach(name -> symbols.append("%d -1: %s\n".formatted(name.length(), name)));
    Path list = Files.writeString(archive.resolveSibling("method-names.txt"), symbols);
    dump(list, archive);
  }

  private static void addNames(Path folder, TreeSet<String> names) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(it -> it.toString().endsWith(".class")).toList()) {
        for (MethodModel method : ClassFile.of().parse(file).methods()) {
          names.add(method.methodName().stringValue());
        }
      }
    }
  }

  /// Interpreted, because the threads of compilers would add names at any time.
  private static void dump(Path list, Path archive) throws IOException, InterruptedException {
    Process java =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:dump",
                "-Xint",
                "-XX:+UseSerialGC",
                "-Xlog:cds=off",
                "-XX:SharedArchiveConfigFile=" + list,
                "-XX:SharedArchiveFile=" + archive)
            .inheritIO()
            .start();
    if (java.waitFor() != 0) {
      throw new IOException("The archive of names could not be made.");
    }
  }
}
