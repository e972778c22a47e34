package lumina.transfer.dynamo;

import lumina.storage.CloudBackend;
import lumina.storage.dynamo.Dynamo;
import lumina.storage.dynamo.DynamoTables;
import lumina.transfer.DeferredReferences;
import lumina.transfer.Records;
import lumina.transfer.sql.SqlNames;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What is said, in DynamoDB.
@Configuration(proxyBeanMethods = false)
@ConditionalOnNotWebApplication
@CloudBackend
class DynamoArchive {
  @Bean
  DeferredReferences looseEnds() {
    return () -> {};
  }

  @Bean
  Records messagesRows(Dynamo dynamo, DynamoTables tables, SqlNames names) {
    return new DynamoRecords(new DynamoMessageMapping(tables.messages()), dynamo, names);
  }

  @Bean
  Records conversationsRows(Dynamo dynamo, DynamoTables tables, SqlNames names) {
    return new DynamoRecords(new DynamoConversationMapping(tables.messages()), dynamo, names);
  }

  @Bean
  Records commentsRows(Dynamo dynamo, DynamoTables tables, SqlNames names) {
    return new DynamoRecords(new DynamoCommentMapping(tables.comments()), dynamo, names);
  }

  @Bean
  Records likesRows(Dynamo dynamo, DynamoTables tables, SqlNames names) {
    return new DynamoRecords(new DynamoLikeMapping(tables.photos()), dynamo, names);
  }
}
