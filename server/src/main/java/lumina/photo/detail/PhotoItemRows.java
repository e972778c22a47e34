package lumina.photo.detail;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.Stream;
import lumina.text.Reaction;

/// SQL statements over the table `photo_items` in SQLite. Columns and parameters have the names of
/// the fields. The topic is in the index, since lists are made by topic.
public final class PhotoItemRows {
  private static final String IN_INDEX = "topic";

  private PhotoItemRows() {}

  public static List<String> fields() {
    Columns fields = new Columns();
    PhotoDetails.EMPTY.write(fields);
    return names(fields);
  }

  /// The columns that count reactions.
  public static List<String> counts() {
    return Stream.concat(Stream.of("likes"), Reaction.others().stream().map(PhotoItem::counted))
        .toList();
  }

  static String insert(Columns fields) {
    List<String> names = names(fields);
    return "INSERT INTO photo_items (%s) VALUES (%s)"
        .formatted(
            String.join(", ", names), names.stream().map(":%s"::formatted).collect(joining(", ")));
  }

  static String update(Columns fields) {
    return "UPDATE photo_items SET %s WHERE photo_id = :photo_id"
        .formatted(names(fields).stream().map("%1$s = :%1$s"::formatted).collect(joining(", ")));
  }

  /// Whether a row of these fields would set nothing.
  static boolean isEmpty(Columns fields) {
    return names(fields).isEmpty();
  }

  private static List<String> names(Columns fields) {
    return fields.values().keySet().stream().filter(name -> !name.equals(IN_INDEX)).toList();
  }
}
