import java.io.File;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

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
      String jar = Path.of(part).getFileName().toString();
      if (jar.matches("(server|spring)-.*\\.jar")) {
        addNames(part, names);
      }
    }
    StringBuilder symbols = new StringBuilder(HEAD);
    names.forEach(name -> symbols.append("%d -1: %s\n".formatted(name.length(), name)));
    Path list = Files.writeString(archive.resolveSibling("method-names.txt"), symbols);
    dump(list, archive);
  }

  private static void addNames(String path, TreeSet<String> names) throws IOException {
    try (JarFile jar = new JarFile(path)) {
      List<JarEntry> classes = jar.stream().filter(it -> it.getName().endsWith(".class")).toList();
      for (JarEntry entry : classes) {
        byte[] bytes = jar.getInputStream(entry).readAllBytes();
        for (MethodModel method : ClassFile.of().parse(bytes).methods()) {
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
