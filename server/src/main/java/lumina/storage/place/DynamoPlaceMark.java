package lumina.storage.place;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import lumina.storage.dynamo.Dynamo;
import lumina.storage.dynamo.DynamoKey;

/// The item in a table that holds the id of its place.
record DynamoPlaceMark(Dynamo dynamo, String table) implements PlaceMark {
  private static final DynamoKey KEY = new DynamoKey("PLACE", "PLACE");

  @Override
  public String where() {
    return "The table " + table;
  }

  @Override
  public Optional<String> read() {
    return dynamo.get(table, KEY).map(item -> Dynamo.text(item, "place_id"));
  }

  @Override
  public void write(String placeId) {
    dynamo.batchPut(
        table,
        List.of(
            Map.of(
                "PK", Dynamo.s(KEY.pk()),
                "SK", Dynamo.s(KEY.sk()),
                "place_id", Dynamo.s(placeId))));
  }
}
