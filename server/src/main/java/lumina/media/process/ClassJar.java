package lumina.media.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// Makes a jar of some classes of the application, for a child process: a plain `java -cp` cannot
/// read them inside a packed application.
public final class ClassJar {
  private ClassJar() {}

  /// @param classes with the classes nested in them
  /// @param libraries one class of each library whose classes all go in
  public static byte[] of(List<Class<?>> classes, List<Class<?>> libraries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(bytes)) {
      jar.setLevel(Deflater.NO_COMPRESSION); // it is made at each start
      for (Class<?> outer : classes) {
        add(outer, jar);
      }
      for (Class<?> library : libraries) {
        addLibrary(library.getProtectionDomain().getCodeSource().getLocation(), jar);
      }
    }
    return bytes.toByteArray();
  }

  private static void add(Class<?> type, JarOutputStream jar) throws IOException {
    String name = "/" + type.getName().replace('.', '/');
    add(name, jar);
    // The compiler makes some anonymous classes, for example to switch over an enum.
    for (int i = 1; ClassJar.class.getResource(name + "$" + i + ".class") != null; i++) {
      add(name + "$" + i, jar);
    }
    for (Class<?> nested : type.getDeclaredClasses()) {
      add(nested, jar);
    }
  }

  private static void add(String name, JarOutputStream jar) throws IOException {
    try (InputStream content = ProgramFiles.resource(name + ".class")) {
      if (content == null) {
        throw new IOException(name + " is missing from the application");
      }
      add(name.substring(1) + ".class", content, jar);
    }
  }

  private static void addLibrary(URL library, JarOutputStream jar) throws IOException {
    try (ZipInputStream content = new ZipInputStream(library.openStream())) {
      for (ZipEntry file = content.getNextEntry(); file != null; file = content.getNextEntry()) {
        if (file.getName().endsWith(".class") && !file.getName().startsWith("META-INF")) {
          add(file.getName(), content, jar);
        }
      }
    }
  }

  private static void add(String name, InputStream content, JarOutputStream jar)
      throws IOException {
    JarEntry entry = new JarEntry(name);
    entry.setTime(0);
    jar.putNextEntry(entry);
    content.transferTo(jar);
  }
}
