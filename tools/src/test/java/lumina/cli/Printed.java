package lumina.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/// Standard output and error of this JVM, in which many commands run at the same time: what a
/// command and the threads that it starts print and log is kept for it.
final class Printed extends OutputStream {
  private static final InheritableThreadLocal<@Nullable OutputStream> KEPT =
      new InheritableThreadLocal<>();

  static {
    System.setOut(new PrintStream(new Printed(System.out), true, UTF_8));
    System.setErr(new PrintStream(new Printed(System.err), true, UTF_8));
  }

  private final OutputStream usual;

  private Printed(OutputStream usual) {
    this.usual = usual;
  }

  /// @param command returns its exit code
  static CommandRun by(IntSupplier command) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    KEPT.set(said);
    try {
      int code = command.getAsInt();
      return new CommandRun(code, said.toString(UTF_8));
    } finally {
      KEPT.remove();
    }
  }

  private OutputStream target() {
    OutputStream kept = KEPT.get();
    return kept == null ? usual : kept;
  }

  @Override
  public void write(int one) throws IOException {
    target().write(one);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    target().write(bytes, from, length);
  }

  @Override
  public void flush() throws IOException {
    target().flush();
  }
}
