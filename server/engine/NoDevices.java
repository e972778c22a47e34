import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Writes a libavdevice for Linux that knows no device. The programs of ffmpeg do not start without
/// this library, and the real one needs those of a desktop (X11, ALSA, PulseAudio), which servers do
/// not have. It is a shared object of ELF whose functions return null; the first returns an empty
/// text.
///
/// The arguments are the file to write and the platform, `linux-x64` or `linux-arm64`.
final class NoDevices {
  private static final String NAME = "libavdevice.so.62";
  private static final String VERSION = "LIBAVDEVICE_62";
  private static final List<String> FUNCTIONS =
      List.of(
          "avdevice_configuration",
          "av_input_audio_device_next",
          "av_input_video_device_next",
          "av_output_audio_device_next",
          "av_output_video_device_next",
          "avdevice_free_list_devices",
          "avdevice_list_input_sources",
          "avdevice_list_output_sinks",
          "avdevice_register_all",
          "avdevice_version");

  /// Return zero; then, at [#TEXT], return the address behind the code, which holds a zero.
  private static final byte[] X64 = {
    0x31, (byte) 0xC0, (byte) 0xC3, 0, 0, 0, 0, 0, 0x48, (byte) 0x8D, 5, 1, 0, 0, 0, (byte) 0xC3, 0
  };

  private static final byte[] ARM64 = {
    0, 0, (byte) 0x80, 0x52, (byte) 0xC0, 3, 0x5F, (byte) 0xD6,
    0x40, 0, 0, 0x10, (byte) 0xC0, 3, 0x5F, (byte) 0xD6, 0
  };

  private static final int TEXT = 8;

  /// The dynamic section is mapped a second time, writable, this far behind. No system has larger
  /// pages.
  private static final int WRITABLE = 0x10000;

  private static final int READ_EXECUTE = 5;
  private static final int READ_WRITE = 6;

  private final ByteBuffer file = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);
  private final StringBuilder names = new StringBuilder("\0");
  private final List<long[]> dynamic = new ArrayList<>();

  public static void main(String[] args) throws Exception {
    boolean arm = args[1].equals("linux-arm64");
    Files.write(Path.of(args[0]), new NoDevices().library(arm ? ARM64 : X64, arm ? 183 : 62));
  }

  private byte[] library(byte[] code, int machine) {
    file.position(64 + 4 * 56); // after the headers
    int codeAt = aligned();
    file.put(code);
    table(14, name(NAME));
    symbols(codeAt);
    hashes();
    versions();
    table(5, aligned());
    table(10, names.length());
    file.put(names.toString().getBytes(StandardCharsets.US_ASCII));
    int dynamicAt = aligned();
    table(0, 0);
    dynamic.forEach(entry -> file.putLong(entry[0]).putLong(entry[1]));
    int end = file.position();
    header(machine);
    segment(1, READ_EXECUTE, 0, 0, dynamicAt);
    segment(1, READ_WRITE, dynamicAt, dynamicAt + WRITABLE, end - dynamicAt);
    segment(2, READ_WRITE, dynamicAt, dynamicAt + WRITABLE, end - dynamicAt);
    segment(0x6474e551, READ_WRITE, 0, 0, 0); // the stack is not executable
    byte[] bytes = new byte[end];
    file.get(0, bytes);
    return bytes;
  }

  private void symbols(int codeAt) {
    table(6, aligned());
    table(11, 24);
    file.put(new byte[24]);
    for (String function : FUNCTIONS) {
      boolean first = function.equals(FUNCTIONS.get(0));
      file.putInt(name(function)).put((byte) 0x12).put((byte) 0).putShort((short) 1);
      file.putLong(first ? codeAt + TEXT : codeAt).putLong(TEXT);
    }
  }

  /// A hash table with a single bucket.
  private void hashes() {
    table(4, aligned());
    int symbols = 1 + FUNCTIONS.size();
    file.putInt(1).putInt(symbols).putInt(1).putInt(0);
    for (int i = 1; i < symbols; i++) {
      file.putInt((i + 1) % symbols);
    }
  }

  private void versions() {
    table(0x6ffffff0, aligned());
    file.putShort((short) 0);
    FUNCTIONS.forEach(function -> file.putShort((short) 2));
    table(0x6ffffffc, aligned());
    table(0x6ffffffd, 2);
    version(NAME, 1, 28);
    version(VERSION, 2, 0);
  }

  private void version(String name, int index, int next) {
    file.putShort((short) 1).putShort((short) (index == 1 ? 1 : 0)).putShort((short) index);
    file.putShort((short) 1).putInt(hash(name)).putInt(20).putInt(next);
    file.putInt(name(name)).putInt(0);
  }

  private static int hash(String name) {
    int hash = 0;
    for (char letter : name.toCharArray()) {
      hash = (hash << 4) + letter;
      hash = (hash ^ (hash & 0xF0000000) >>> 24) & 0x0FFFFFFF;
    }
    return hash;
  }

  private int name(String name) {
    int at = names.length();
    names.append(name).append('\0');
    return at;
  }

  private void table(long tag, long value) {
    dynamic.add(new long[] {tag, value});
  }

  private int aligned() {
    file.position((file.position() + 7) / 8 * 8);
    return file.position();
  }

  private void header(int machine) {
    file.position(0);
    file.put(new byte[] {0x7F, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0});
    file.putShort((short) 3).putShort((short) machine).putInt(1);
    file.putLong(0).putLong(64).putLong(0).putInt(0);
    file.putShort((short) 64).putShort((short) 56).putShort((short) 4);
    file.putShort((short) 64).putShort((short) 0).putShort((short) 0);
  }

  private void segment(int type, int rights, long at, long address, long size) {
    file.putInt(type).putInt(rights).putLong(at).putLong(address).putLong(address);
    file.putLong(size).putLong(size).putLong(type == 1 ? WRITABLE : 8);
  }
}
