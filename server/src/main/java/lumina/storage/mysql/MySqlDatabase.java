package lumina.storage.mysql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import lumina.storage.CloudBackend;
import lumina.storage.StartRetry;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.transaction.PlatformTransactionManager;

/// Opens MySQL, or MariaDB, which is compatible for all statements of Lumina.
///
/// Statements see committed data (READ COMMITTED): a transaction first writes a row to lock the
/// data that must not change between two statements. It takes a connection with its first
/// statement.
@Configuration(proxyBeanMethods = false)
@CloudBackend
@EnableConfigurationProperties(MySqlSettings.class)
class MySqlDatabase {
  private static final int CONNECTIONS = 20;
  private static final int IDLE = 5;

  @Bean
  @FlywayDataSource
  DataSource migrations(
      MySqlSettings settings,
      @Value("${storage.create}") boolean create,
      @Value("${storage.patience-seconds:60}") long patience) {
    settings.check();
    DataSource migrations = settings.forMigrations(create);
    return new StartRetry(patience).await(() -> reached(migrations, settings));
  }

  private static DataSource reached(DataSource migrations, MySqlSettings settings) {
    try (Connection _ = migrations.getConnection()) {
      return migrations;
    } catch (SQLException refused) {
      throw MySqlRefusal.of(refused, settings);
    }
  }

  @Bean
  HikariDataSource connections(MySqlSettings settings) {
    HikariConfig hikari = new HikariConfig();
    hikari.setPoolName("mysql");
    hikari.setDataSource(settings.forRequests());
    hikari.setMaximumPoolSize(CONNECTIONS);
    hikari.setMinimumIdle(IDLE);
    hikari.setConnectionTimeout(3_000);
    hikari.setValidationTimeout(2_000);
    // The migrations have just connected.
    hikari.setInitializationFailTimeout(-1);
    hikari.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    return new HikariDataSource(hikari);
  }

  @Bean
  @Primary
  DataSource database(HikariDataSource connections) {
    LazyConnectionDataSourceProxy database = new LazyConnectionDataSourceProxy();
    database.setDefaultAutoCommit(true);
    database.setDefaultTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    database.setTargetDataSource(connections);
    return database;
  }

  @Bean
  PlatformTransactionManager transactionManager(DataSource database) {
    return new AutoCommittedReads(new JdbcTransactionManager(database));
  }

  @Bean
  SQLExceptionTranslator mySqlExceptions() {
    return new MySqlExceptions();
  }
}
