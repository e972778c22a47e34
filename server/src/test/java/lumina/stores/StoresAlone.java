package lumina.stores;

import lumina.photo.PhotoRows;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.stereotype.Repository;

/// The SQL stores and their database, without web pages, images or sockets. Not a `@Configuration`:
/// the component scan of the whole application would find it.
@ComponentScan(
    basePackages = {
      "lumina.access",
      "lumina.account",
      "lumina.friend",
      "lumina.id",
      "lumina.job",
      "lumina.live",
      "lumina.notification",
      "lumina.share",
      "lumina.storage",
      "lumina.topic"
    },
    useDefaultFilters = false,
    includeFilters = {
      @ComponentScan.Filter(Repository.class),
      @ComponentScan.Filter(
          type = FilterType.REGEX,
          pattern =
              ".*\\.(Friendship|DataFolder|Writes|SqliteDatabase|WriteAheadLog|Time|MySqlDatabase"
                  + "|MySqlMigration|DeadlockRetries)"),
      @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = JavaMigration.class)
    })
@ComponentScan(
    basePackageClasses = PhotoRows.class,
    useDefaultFilters = false,
    includeFilters =
        @ComponentScan.Filter(
            type = FilterType.REGEX,
            pattern = "lumina\\.photo\\.(PhotoRows|count\\.(PhotoCounts|TopicCounts|MonthCounts))"))
@ImportAutoConfiguration({
  FlywayAutoConfiguration.class,
  JdbcTemplateAutoConfiguration.class,
  JdbcClientAutoConfiguration.class,
  DataSourceTransactionManagerAutoConfiguration.class,
  TransactionAutoConfiguration.class
})
class StoresAlone {}
