package lumina.media;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// Builds a HEIC of coloured tiles of 64 × 64 pixels, well formed or lying.
public final class HeicFile {
  /// A tile of one colour, as HEVC.
  public enum Tile {
    RED("2801af09c85794b03ecaffc030ffed33a1e9991cf24679e8f516776d938abe83cc24c88088db97bd30"),
    GREEN("2801af09c84e55803ecaff0f87fec57ffdfac73c919e7af516776d938abe83cc24c88088db97bd30"),
    BLUE("2801af09c85794b03ecaffd002e478d47fe8da73c919e7a0f516776d938abe83cc24c88088db97bd30"),
    WHITE("2801af09c84955804004087aee8efb7abfe8f5157a7b2d48b947f8754280895a5b9970");

    private final String unit;

    Tile(String unit) {
      this.unit = unit;
    }

    private byte[] unit() {
      return HexFormat.of().parseHex(unit);
    }
  }

  private static final String PARAMETERS =
      "010370000000900000000000" // version, profile, level
          + "1ef000fcfdf8f800000f03" // depth 8, units with lengths of 4 bytes, three arrays
          + "2000010018"
          + "40010c01ffff03700000030090000003000003001eba0240"
          + "2100010028"
          + "42010103700000030090000003000003001ea020810596eaaf2b9b81010302000007d00000c35010"
          + "2200010006"
          + "4401c1718312";

  private static final int GRID = 1;

  private final List<Tile> tiles;
  private final List<byte[]> looks = new ArrayList<>();
  private int columns;
  private int rows;
  private int width;
  private int height;
  private int references;
  private int moved;

  /// A grid that fills its tiles.
  public HeicFile(int columns, int rows, Tile... tiles) {
    this.tiles = List.of(tiles);
    this.columns = columns;
    this.rows = rows;
    this.width = 64 * columns;
    this.height = 64 * rows;
    this.references = tiles.length;
  }

  public HeicFile size(int claimedWidth, int claimedHeight) {
    width = claimedWidth;
    height = claimedHeight;
    return this;
  }

  /// Claims another number of tiles than there are.
  public HeicFile claiming(int claimedColumns, int claimedRows, int claimedReferences) {
    columns = claimedColumns;
    rows = claimedRows;
    references = claimedReferences;
    return this;
  }

  /// Claims that the tiles are elsewhere in the file.
  public HeicFile moved(int by) {
    moved = by;
    return this;
  }

  /// Adds a property of the picture.
  public HeicFile with(String name, byte... content) {
    looks.add(box(name, content));
    return this;
  }

  public byte[] bytes() {
    byte[] type = box("ftyp", ascii("heic"), number(0), ascii("mif1"), ascii("heic"));
    byte[] measured = meta(0);
    byte[] meta = meta(type.length + measured.length + 8);
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    tiles.forEach(tile -> data.writeBytes(join(number(tile.unit().length), tile.unit())));
    return join(type, meta, box("mdat", data.toByteArray()));
  }

  private byte[] meta(int dataAt) {
    byte[] handler = box("hdlr", number(0), number(0), ascii("pict"), new byte[13]);
    byte[] grid = {0, 0, (byte) (rows - 1), (byte) (columns - 1)};
    byte[] data = box("idat", grid, shorts(width, height));
    return box(
        "meta",
        number(0),
        handler,
        box("pitm", number(0), shorts(GRID)),
        items(),
        box("iref", number(0), reference()),
        box("iprp", properties(), owners()),
        places(dataAt),
        data);
  }

  private byte[] items() {
    byte[] all = join(number(0), shorts(1 + tiles.size()), item(GRID, "grid"));
    for (int i = 0; i < tiles.size(); i++) {
      all = join(all, item(GRID + 1 + i, "hvc1"));
    }
    return box("iinf", all);
  }

  private static byte[] item(int id, String kind) {
    return box("infe", number(2 << 24), shorts(id, 0), ascii(kind), new byte[1]);
  }

  /// Beyond the last tile, the grid refers to itself.
  private byte[] reference() {
    byte[] all = shorts(GRID, references);
    for (int i = 0; i < references; i++) {
      all = join(all, shorts(i < tiles.size() ? GRID + 1 + i : GRID));
    }
    return box("dimg", all);
  }

  private byte[] properties() {
    byte[] all =
        join(
            box("hvcC", HexFormat.of().parseHex(PARAMETERS)),
            box("ispe", number(0), number(64), number(64)),
            box("ispe", number(0), number(width), number(height)));
    for (byte[] look : looks) {
      all = join(all, look);
    }
    return box("ipco", all);
  }

  private byte[] owners() {
    byte[] ofGrid = new byte[2 + looks.size()];
    ofGrid[0] = (byte) (1 + looks.size());
    for (int i = 0; i <= looks.size(); i++) {
      ofGrid[1 + i] = (byte) (3 + i);
    }
    byte[] all = join(number(0), number(1 + tiles.size()), shorts(GRID), ofGrid);
    for (int i = 0; i < tiles.size(); i++) {
      all = join(all, shorts(GRID + 1 + i), new byte[] {2, 1, 2});
    }
    return box("ipma", all);
  }

  private byte[] places(int dataAt) {
    byte[] all = join(number(1 << 24), shorts(0x4400, 1 + tiles.size()));
    all = join(all, place(GRID, 1, 0, 8));
    int at = dataAt + moved;
    for (int i = 0; i < tiles.size(); i++) {
      int length = 4 + tiles.get(i).unit().length;
      all = join(all, place(GRID + 1 + i, 0, at, length));
      at += length;
    }
    return box("iloc", all);
  }

  private static byte[] place(int id, int method, int at, int length) {
    return join(shorts(id, method, 0, 1), number(at), number(length));
  }

  private static byte[] box(String name, byte[]... content) {
    byte[] all = join(content);
    return join(number(8 + all.length), ascii(name), all);
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static byte[] number(int value) {
    return ByteBuffer.allocate(4).putInt(value).array();
  }

  private static byte[] shorts(int... values) {
    ByteBuffer all = ByteBuffer.allocate(2 * values.length);
    for (int value : values) {
      all.putShort((short) value);
    }
    return all.array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
