package lumina.media.heif;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lumina.media.heif.FfmpegDecoder.Decoded;
import lumina.media.metadata.FileBytes;
import lumina.media.metadata.IsoBoxes;
import lumina.media.metadata.IsoBoxes.Box;
import lumina.media.metadata.IsoItems;
import lumina.media.metadata.IsoItems.Extent;
import lumina.media.metadata.IsoPictures;

/// The main picture of a HEIC as its boxes describe it: one HEVC picture, or a grid of them.
///
/// @param width in pixels, before it is cropped and turned
/// @param columns number of tiles beside each other
/// @param tiles the bytes of the tiles in the file, row by row; several extents each at most
/// @param tile the size of one tile
/// @param config the box that says how the tiles are coded; the same for all
/// @param look what to do with the decoded picture
public record HeifPicture(
    int width,
    int height,
    int columns,
    int rows,
    List<List<Extent>> tiles,
    TileSize tile,
    Box config,
    HeifLook look)
    implements CodedPicture {
  /// A size that both sides of tiles have.
  public record TileSize(int width, int height) {}

  private static final int MAX_EXTENTS = 64;

  public HeifPicture {
    tiles = List.copyOf(tiles);
  }

  @Override
  public Crop shown() {
    return look.crop().orElseGet(() -> new Crop(0, 0, width, height));
  }

  @Override
  public long decodedWidth() {
    return (long) columns * tile.width();
  }

  @Override
  public long decodedHeight() {
    return (long) rows * tile.height();
  }

  @Override
  public Decoded decode(FileBytes bytes, FfmpegDecoder ffmpeg, int edge) throws IOException {
    return new HeifDecoder(bytes, this).decode(ffmpeg, edge);
  }

  /// Returns the main picture; empty if it is in another format than HEVC.
  ///
  /// @throws IOException if what the file says about it is impossible
  public static Optional<HeifPicture> of(FileBytes bytes) throws IOException {
    IsoBoxes boxes = new IsoBoxes(bytes);
    IsoPictures pictures = IsoPictures.of(boxes);
    Map<Long, List<Extent>> places = places(boxes, pictures);
    List<Extent> main = places.get(pictures.main());
    if (main == null) {
      return Optional.empty();
    }
    return Optional.of(
        main.getFirst().kind().equals("grid")
            ? grid(bytes, pictures, main.getFirst(), places)
            : single(bytes, pictures, main));
  }

  private static Map<Long, List<Extent>> places(IsoBoxes boxes, IsoPictures pictures)
      throws IOException {
    Map<Long, List<Extent>> places = new HashMap<>();
    pictures.parts().forEach(part -> places.put(part, new ArrayList<>()));
    places.put(pictures.main(), new ArrayList<>());
    IsoItems items = new IsoItems(boxes, IsoItems.HEVC);
    boxes.eachOfFile(
        box -> {
          if (box.name().equals("meta")) {
            items.each(box, extent -> add(extent, places));
          }
        });
    places.values().removeIf(List::isEmpty);
    return places;
  }

  private static void add(Extent extent, Map<Long, List<Extent>> places) throws IOException {
    List<Extent> known = places.get(extent.item());
    if (known != null) {
      if (known.size() == MAX_EXTENTS) {
        throw new IOException("a picture in too many pieces");
      }
      known.add(extent);
    }
  }

  private static HeifPicture single(FileBytes bytes, IsoPictures pictures, List<Extent> main)
      throws IOException {
    TileSize size = size(bytes, pictures, pictures.main());
    Box config = config(pictures, pictures.main());
    HeifLook look = HeifLook.of(bytes, pictures, config);
    return new HeifPicture(size.width(), size.height(), 1, 1, List.of(main), size, config, look);
  }

  private static HeifPicture grid(
      FileBytes bytes, IsoPictures pictures, Extent main, Map<Long, List<Extent>> places)
      throws IOException {
    ByteBuffer head = bytes.read(main.at(), main.length());
    boolean large = (head.get(1) & 1) != 0;
    int rows = 1 + Byte.toUnsignedInt(head.get(2));
    int columns = 1 + Byte.toUnsignedInt(head.get(3));
    int width = large ? head.getInt(4) : Short.toUnsignedInt(head.getShort(4));
    int height = large ? head.getInt(8) : Short.toUnsignedInt(head.getShort(6));
    if (!size(bytes, pictures, pictures.main()).equals(new TileSize(width, height))) {
      throw new IOException("a grid of another size than its picture");
    }
    List<Long> parts = pictures.parts();
    if (parts.size() != rows * columns) {
      throw new IOException("a grid with missing tiles");
    }
    List<List<Extent>> tiles = new ArrayList<>();
    for (long part : parts) {
      List<Extent> tile = places.get(part);
      if (tile == null || tile.getFirst().kind().equals("grid")) {
        throw new IOException("a grid of other things than pictures");
      }
      tiles.add(tile);
    }
    TileSize tile = size(bytes, pictures, parts.getFirst());
    requireFit(width, tile.width(), columns);
    requireFit(height, tile.height(), rows);
    Box config = config(pictures, parts.getFirst());
    requireSame(bytes, pictures, config);
    HeifLook look = HeifLook.of(bytes, pictures, config);
    return new HeifPicture(width, height, columns, rows, tiles, tile, config, look);
  }

  /// Tiles may extend beyond the picture, but none may be outside it.
  private static void requireFit(long length, long tile, long tiles) throws IOException {
    if (length < 1 || tile * tiles < length || tile * (tiles - 1) >= length) {
      throw new IOException("a grid of another size than its tiles");
    }
  }

  /// One decoder decodes all tiles.
  private static void requireSame(FileBytes bytes, IsoPictures pictures, Box first)
      throws IOException {
    ByteBuffer expected = bytes.read(first.content(), first.length());
    for (long part : pictures.parts()) {
      Box config = config(pictures, part);
      if (!config.equals(first)
          && !bytes.read(config.content(), config.length()).equals(expected)) {
        throw new IOException("a grid of tiles that are coded differently");
      }
    }
  }

  private static Box config(IsoPictures pictures, long item) throws IOException {
    return pictures
        .property(item, "hvcC")
        .orElseThrow(() -> new IOException("a picture without its parameters"));
  }

  private static TileSize size(FileBytes bytes, IsoPictures pictures, long item)
      throws IOException {
    Box box =
        pictures
            .property(item, "ispe")
            .orElseThrow(() -> new IOException("a picture without a size"));
    ByteBuffer size = bytes.read(box.content(), 12);
    int width = size.getInt(4);
    int height = size.getInt(8);
    if (width < 1 || height < 1) {
      throw new IOException("a picture of an impossible size");
    }
    return new TileSize(width, height);
  }
}
