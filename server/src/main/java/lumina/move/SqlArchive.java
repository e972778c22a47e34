package lumina.move;

import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/// What lies in SQL on both backends, in tables that are called the same.
@Configuration(proxyBeanMethods = false)
@ConditionalOnNotWebApplication
class SqlArchive {
  @Bean
  Transactions transactions(
      NamedParameterJdbcTemplate sql, PlatformTransactionManager transactions) {
    return new Transactions(sql, transactions);
  }

  @Bean
  Rows peopleRows(Transactions transactions) {
    return new SqlRows(SqlWords.of(Kind.PEOPLE, "users"), transactions);
  }

  @Bean
  Rows sessionsRows(Transactions transactions) {
    return new SqlRows(SqlWords.of(Kind.SESSIONS, "sessions"), transactions);
  }

  @Bean
  Rows devicesRows(Transactions transactions) {
    return new SqlRows(SqlWords.of(Kind.DEVICES, "devices"), transactions);
  }

  @Bean
  Rows invitesRows(Transactions transactions) {
    return new SqlRows(SqlWords.of(Kind.INVITES, "invites"), transactions);
  }

  @Bean
  Rows friendRequestsRows(Transactions transactions) {
    return new SqlRows(SqlWords.of(Kind.FRIEND_REQUESTS, "friend_requests"), transactions);
  }

  @Bean
  Rows friendshipsRows(Transactions transactions) {
    return new SqlRows(SqlWords.of(Kind.FRIENDSHIPS, "friendships"), transactions);
  }

  @Bean
  Rows blocksRows(Transactions transactions) {
    return new SqlRows(SqlWords.of(Kind.BLOCKS, "blocks"), transactions);
  }

  @Bean
  Rows notificationsRows(Transactions transactions) {
    return new SqlRows(SqlWords.of(Kind.NOTIFICATIONS, "notifications"), transactions);
  }
}
