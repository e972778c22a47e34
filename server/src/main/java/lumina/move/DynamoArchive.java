package lumina.move;

import lumina.backend.CloudBackend;
import lumina.backend.Dynamo;
import lumina.backend.DynamoTables;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What is said, in DynamoDB.
@Configuration(proxyBeanMethods = false)
@ConditionalOnNotWebApplication
@CloudBackend
class DynamoArchive {
  @Bean
  LooseEnds looseEnds() {
    return () -> {};
  }

  @Bean
  Rows messages(Dynamo dynamo, DynamoTables tables, SqlNames names) {
    return new DynamoRows(new DynamoMessageForm(tables.messages()), dynamo, names);
  }

  @Bean
  Rows conversations(Dynamo dynamo, DynamoTables tables, SqlNames names) {
    return new DynamoRows(new DynamoSideForm(tables.messages()), dynamo, names);
  }

  @Bean
  Rows comments(Dynamo dynamo, DynamoTables tables, SqlNames names) {
    return new DynamoRows(new DynamoCommentForm(tables.comments()), dynamo, names);
  }

  @Bean
  Rows likes(Dynamo dynamo, DynamoTables tables, SqlNames names) {
    return new DynamoRows(new DynamoLikeForm(tables.photos()), dynamo, names);
  }
}
