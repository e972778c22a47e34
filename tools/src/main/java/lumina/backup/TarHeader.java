package lumina.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// The block before each file of a tar (POSIX ustar), as `tar` reads and writes it.
///
/// @param name at most 100 characters
/// @param isFile false for a folder, for example
record TarHeader(String name, long size, boolean isFile) {
  static final int BLOCK = 512;

  private static final int NAME_LENGTH = 100;
  private static final int MODE = 100;
  private static final int SIZE = 124;
  private static final int SIZE_LENGTH = 12;
  private static final int TIME = 136;
  private static final int CHECKSUM = 148;
  private static final int CHECKSUM_LENGTH = 8;
  private static final int TYPE = 156;
  private static final int MAGIC = 257;

  /// The largest size that fits in 11 octal digits: 8 GiB. Larger ones are binary (GNU).
  private static final long MAX_OCTAL = (1L << 33) - 1;

  TarHeader(String name, long size) {
    this(name, size, true);
  }

  /// @throws IOException if this is no header
  static TarHeader of(byte[] block) throws IOException {
    String name = text(block, 0, NAME_LENGTH);
    boolean isFile = block[TYPE] == '0' || block[TYPE] == 0;
    try {
      if (number(block, CHECKSUM, CHECKSUM_LENGTH) == sum(block)) {
        return new TarHeader(name.startsWith("./") ? name.substring(2) : name, size(block), isFile);
      }
    } catch (NumberFormatException odd) {
      // As if the sum were wrong.
    }
    throw new IOException("it is no tar, or a damaged one");
  }

  private static long number(byte[] block, int start, int length) {
    return Long.parseLong(text(block, start, length).strip(), 8);
  }

  private static String text(byte[] block, int start, int length) {
    String text = new String(block, start, length, StandardCharsets.UTF_8);
    int end = text.indexOf('\0');
    return end < 0 ? text : text.substring(0, end);
  }

  private static long size(byte[] block) {
    if (block[SIZE] >= 0) {
      return number(block, SIZE, SIZE_LENGTH);
    }
    long size = 0;
    for (int i = SIZE + 1; i < SIZE + SIZE_LENGTH; i++) {
      size = (size << 8) | (block[i] & 0xff);
    }
    return size;
  }

  byte[] bytes() {
    byte[] block = new byte[BLOCK];
    put(block, 0, name);
    put(block, MODE, "0000600\0" + "0000000\0".repeat(2));
    if (size <= MAX_OCTAL) {
      put(block, SIZE, octal(size, SIZE_LENGTH - 1));
    } else {
      block[SIZE] = (byte) 0x80;
      for (int i = 0; i < Long.BYTES; i++) {
        block[SIZE + SIZE_LENGTH - 1 - i] = (byte) (size >>> (8 * i));
      }
    }
    put(block, TIME, octal(0, SIZE_LENGTH - 1));
    block[TYPE] = '0';
    put(block, MAGIC, "ustar\00000");
    put(block, CHECKSUM, octal(sum(block), CHECKSUM_LENGTH - 2) + "\0 ");
    return block;
  }

  /// The sum of all bytes, in which those of the checksum count as spaces.
  private static int sum(byte[] block) {
    int sum = CHECKSUM_LENGTH * ' ';
    for (int at = 0; at < BLOCK; at++) {
      boolean counts = at < CHECKSUM || at >= CHECKSUM + CHECKSUM_LENGTH;
      sum += counts ? block[at] & 0xff : 0;
    }
    return sum;
  }

  private static String octal(long number, int digits) {
    return String.format(Locale.ROOT, "%0" + digits + "o", number);
  }

  private static void put(byte[] block, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(bytes, 0, block, at, bytes.length);
  }
}
