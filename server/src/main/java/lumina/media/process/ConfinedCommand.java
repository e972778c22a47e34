package lumina.media.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The command of a program that can do no harm: a shell limits what it may use, then executes
/// [Confinement], which drops rights and executes the program. All are one process.
///
/// @param classes a jar that holds [Confinement]
/// @param limits shell commands to run before
/// @param readable files, and folders with all that is in them
/// @param writable the only folder that the program may change
public record ConfinedCommand(Path classes, String limits, List<Path> readable, Path writable) {
  /// A small JVM, whose data are outside its heap.
  private static final List<String> FLAGS =
      List.of(
          "-Xms8m",
          "-Xmx48m",
          "-Xss512k",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:CompressedClassSpaceSize=16m",
          "-XX:ReservedCodeCacheSize=16m",
          "-XX:+ExitOnOutOfMemoryError",
          "-XX:-CreateCoredumpOnCrash",
          "-XX:-UsePerfData",
          "-XX:+DisplayVMOutputToStderr",
          "--enable-native-access=ALL-UNNAMED",
          "-XX:ErrorFile=/dev/stderr");

  public ConfinedCommand {
    readable = List.copyOf(readable);
  }

  /// The start of a command that runs a class of the jar.
  public List<String> java() {
    List<String> java = new ArrayList<>();
    java.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    java.addAll(FLAGS);
    java.addAll(List.of("-cp", classes.toString()));
    return java;
  }

  /// @param program the command to confine
  public List<String> of(List<String> program) {
    List<String> command =
        new ArrayList<>(List.of("/bin/sh", "-c", limits + "; exec \"$@\"", "confined"));
    command.addAll(java());
    command.add("-Xint"); // nothing of it runs often enough to be compiled
    command.add(Confinement.class.getName());
    command.add(writable.toString());
    command.add(String.valueOf(1 + readable.size()));
    command.add(classes.toString());
    readable.forEach(path -> command.add(path.toString()));
    command.addAll(program);
    return command;
  }
}
