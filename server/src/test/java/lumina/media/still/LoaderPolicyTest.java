package lumina.media.still;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lumina.media.Engines;
import lumina.media.Pictures;
import lumina.media.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Lumina checks the first bytes before the engine sees a file; this policy is a second check,
/// inside the engine.
class LoaderPolicyTest {
  @TempDir Path folder;

  @Test
  void the_engine_opens_the_formats_we_take_and_no_other() throws Exception {
    List<Path> files =
        List.of(
            write("svg", "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"),
            write("pdf", "%PDF-1.4 1 0 obj<</Type/Catalog>>endobj trailer<</Root 1 0 R>>"),
            write("ppm", "P3\n1 1\n255\n255 0 0\n"),
            write("hdr", "#?RADIANCE\nFORMAT=32-bit_rle_rgbe\n\n-Y 1 +X 1\n\1\1\1\1"),
            write("csv", "1,2\n3,4\n"),
            write("mat", "2 2\n1 2\n3 4\n"),
            write("bmp", Pictures.write(Pictures.quarters(8, 8), "bmp")),
            write("jpeg", Pictures.jpeg(Pictures.quarters(8, 8))),
            write("png", Pictures.write(Pictures.quarters(8, 8), "png")),
            write("gif", Pictures.write(Pictures.plain(8, 8, Color.RED), "gif")),
            write("tiff", Pictures.write(Pictures.quarters(8, 8), "tiff")),
            write("avif", Samples.bytes("quarters.avif")));

    assertThat(opened(files)).containsExactly("jpeg", "png", "gif", "tiff", "avif");
  }

  private List<String> opened(List<Path> files) throws Exception {
    Path library = Engines.shipped().engine().orElseThrow().library();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(LoaderProbe.class.getName(), library.toString()));
    files.forEach(file -> command.add(file.toString()));
    Process probe =
        new ProcessBuilder(command).redirectError(folder.resolve("closed").toFile()).start();
    List<String> opened = probe.inputReader().lines().toList();
    assertThat(probe.waitFor()).isZero();
    return opened;
  }

  private Path write(String name, String content) throws Exception {
    return write(name, content.getBytes(StandardCharsets.ISO_8859_1));
  }

  private Path write(String name, byte[] content) throws Exception {
    return Files.write(folder.resolve(name), content);
  }
}
