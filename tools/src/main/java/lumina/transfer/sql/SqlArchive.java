package lumina.transfer.sql;

import lumina.transfer.Entity;
import lumina.transfer.Records;
import lumina.transfer.Transactions;
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
  Records peopleRows(Transactions transactions) {
    return new SqlRecords(SqlStatements.of(Entity.PEOPLE, "users"), transactions);
  }

  @Bean
  Records sessionsRows(Transactions transactions) {
    return new SqlRecords(SqlStatements.of(Entity.SESSIONS, "sessions"), transactions);
  }

  @Bean
  Records devicesRows(Transactions transactions) {
    return new SqlRecords(SqlStatements.of(Entity.DEVICES, "devices"), transactions);
  }

  @Bean
  Records invitesRows(Transactions transactions) {
    return new SqlRecords(SqlStatements.of(Entity.INVITES, "invites"), transactions);
  }

  @Bean
  Records friendRequestsRows(Transactions transactions) {
    return new SqlRecords(
        SqlStatements.of(Entity.FRIEND_REQUESTS, "friend_requests"), transactions);
  }

  @Bean
  Records friendshipsRows(Transactions transactions) {
    return new SqlRecords(SqlStatements.of(Entity.FRIENDSHIPS, "friendships"), transactions);
  }

  @Bean
  Records blocksRows(Transactions transactions) {
    return new SqlRecords(SqlStatements.of(Entity.BLOCKS, "blocks"), transactions);
  }

  @Bean
  Records notificationsRows(Transactions transactions) {
    return new SqlRecords(SqlStatements.of(Entity.NOTIFICATIONS, "notifications"), transactions);
  }
}
