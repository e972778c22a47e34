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
  Rows messagesRows(Dynamo dynamo, DynamoTables tables, SqlNames names) {
    return new DynamoRows(new DynamoMessageForm(tables.messages()), dynamo, names);
  }

  @Bean
  Rows conversationsRows(Dynamo dynamo, DynamoTables tables, SqlNames names) {
    return new DynamoRows(new DynamoSideForm(tables.messages()), dynamo, names);
  }

  @Bean
  Rows commentsRows(Dynamo dynamo, DynamoTables tables, SqlNames names) {
    return new DynamoRows(new DynamoCommentForm(tables.comments()), dynamo, names);
  }

  @Bean
  Rows likesRows(Dynamo dynamo, DynamoTables tables, SqlNames names) {
    return new DynamoRows(new DynamoLikeForm(tables.photos()), dynamo, names);
  }
}
