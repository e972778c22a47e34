package lumina.storage.sqlite;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import javax.sql.DataSource;
import lumina.storage.DataFolder;
import lumina.storage.LocalBackend;
import lumina.storage.StartRefused;
import lumina.storage.cache.Writes;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.transaction.PlatformTransactionManager;
import org.sqlite.SQLiteConfig;

/// Opens SQLite with one writer and a few readers.
///
/// SQLite lets only one transaction write at a time; a pool with one connection queues writers
/// fairly and without errors, whereas several writers would get SQLITE_BUSY. A read-only
/// transaction uses a reader and never waits for the writer (WAL).
@Configuration(proxyBeanMethods = false)
@LocalBackend
class SqliteDatabase {
  private static final int READERS = 4;
  private static final int PAGE_CACHE_KIB = 8 * 1024;

  @Bean
  @FlywayDataSource
  HikariDataSource writer(
      DataFolder folder, Writes writes, @Value("${storage.look-only:false}") boolean lookOnly) {
    folder.requireRestored();
    if (lookOnly && !folder.hasDatabase()) {
      throw new StartRefused(
          "There is no database in %s: check LUMINA_DATA, or restore a backup into an empty folder."
              .formatted(folder.root()));
    }
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(folder.isReadOnly());
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    // Survives a killed process; DurableCommits makes it survive a power cut.
    config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
    return pool(
        "writer",
        1,
        folder.isReadOnly(),
        new SqliteFile(address(folder), properties(config), writes).required());
  }

  @Bean
  HikariDataSource reader(DataFolder folder, Writes writes, HikariDataSource writer) {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    return pool(
        "reader", READERS, true, new SqliteFile(address(folder), properties(config), writes));
  }

  @Bean
  @Primary
  DataSource database(HikariDataSource writer, HikariDataSource reader) {
    LazyConnectionDataSourceProxy database = new LazyConnectionDataSourceProxy(writer);
    database.setReadOnlyDataSource(reader);
    database.setDefaultAutoCommit(true);
    database.setDefaultTransactionIsolation(java.sql.Connection.TRANSACTION_SERIALIZABLE);
    return database;
  }

  @Bean
  PlatformTransactionManager transactionManager(
      DataSource database, WriteAheadLog log, SQLExceptionTranslator sqliteExceptions) {
    JdbcTransactionManager transactions = new JdbcTransactionManager(database);
    transactions.setExceptionTranslator(sqliteExceptions);
    return new DurableCommits(transactions, log);
  }

  @Bean
  SQLExceptionTranslator sqliteExceptions() {
    return new SqliteExceptions();
  }

  /// Beside its file, SQLite needs two others, which it cannot make on a disk that takes nothing:
  /// it does without them if the last server ended well, and otherwise reads those that are there.
  private static String address(DataFolder folder) {
    Path file = folder.database();
    if (!folder.isReadOnly()) {
      return file.toString();
    }
    boolean endedWell = !Files.exists(Path.of(file + "-wal"));
    return file.toUri() + (endedWell ? "?immutable=1" : "?readonly_shm=1");
  }

  private static Properties properties(SQLiteConfig config) {
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.enforceForeignKeys(true);
    config.setCacheSize(-PAGE_CACHE_KIB);
    config.setBusyTimeout(5_000);
    return config.toProperties();
  }

  private static HikariDataSource pool(String name, int size, boolean readOnly, DataSource sqlite) {
    HikariConfig hikari = new HikariConfig();
    hikari.setPoolName(name);
    hikari.setDataSource(sqlite);
    hikari.setMaximumPoolSize(size);
    hikari.setConnectionTimeout(10_000);
    hikari.setMaxLifetime(0);
    hikari.setReadOnly(readOnly);
    return new HikariDataSource(hikari);
  }
}
