package lumina.storage.place;

import lumina.storage.CloudBackend;
import lumina.storage.dynamo.Dynamo;
import lumina.storage.dynamo.DynamoTables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The marks of the three tables.
@Configuration(proxyBeanMethods = false)
@CloudBackend
class PlaceMarks {
  @Bean
  PlaceMark photosMark(Dynamo dynamo, DynamoTables tables) {
    return new DynamoPlaceMark(dynamo, tables.photos());
  }

  @Bean
  PlaceMark commentsMark(Dynamo dynamo, DynamoTables tables) {
    return new DynamoPlaceMark(dynamo, tables.comments());
  }

  @Bean
  PlaceMark messagesMark(Dynamo dynamo, DynamoTables tables) {
    return new DynamoPlaceMark(dynamo, tables.messages());
  }
}
