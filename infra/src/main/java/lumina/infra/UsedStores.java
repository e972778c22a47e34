package lumina.infra;

import java.util.List;
import lumina.infra.config.Config;
import software.amazon.awscdk.services.dynamodb.ITable;
import software.amazon.awscdk.services.dynamodb.Table;
import software.constructs.Construct;

/// The stores that instances use: those of the stacks, or restored ones.
record UsedStores(ITable photos, ITable comments, ITable messages, String databaseHost) {
  static UsedStores of(Construct scope, Cloud cloud, Config.Restored restored) {
    return new UsedStores(
        restored.photosTable().map(it -> named(scope, "Photos", it)).orElse(cloud.tables.photos),
        restored
            .commentsTable()
            .map(it -> named(scope, "Comments", it))
            .orElse(cloud.tables.comments),
        restored
            .messagesTable()
            .map(it -> named(scope, "Messages", it))
            .orElse(cloud.tables.messages),
        restored
            .databaseHost()
            .orElseGet(() -> cloud.database.mysql.getDbInstanceEndpointAddress()));
  }

  private static ITable named(Construct scope, String id, String name) {
    return Table.fromTableName(scope, "Restored" + id, name);
  }

  List<ITable> tables() {
    return List.of(photos, comments, messages);
  }
}
