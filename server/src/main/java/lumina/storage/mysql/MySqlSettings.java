package lumina.storage.mysql;

import com.mysql.cj.jdbc.Driver;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;
import lumina.storage.StartRefused;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/// The connection settings of MySQL (`DB_HOST`, `DB_PORT`, `DB_USER`, `DB_PASSWORD`, `DB_NAME`,
/// `DB_TLS`, `DB_CA`).
///
/// @param tls `false`: unencrypted with a server that cannot encrypt; `true`: always encrypted;
///   `verify`: encrypted, and an authority of `ca` must have signed the server's certificate for
///   this host
/// @param ca a file of certificates (PEM, `DB_CA`), such as Amazon's for RDS; empty for those that
///   Java trusts
@ConfigurationProperties("storage.mysql")
public record MySqlSettings(
    String host, int port, String user, String password, String name, String tls, String ca) {
  private static final int CONNECT_MILLIS = 2_000;

  /// @throws StartRefused if a setting without a default is missing
  void check() {
    require("DB_HOST", host);
    require("DB_USER", user);
    require("DB_NAME", name);
    if (!ca.isEmpty() && !Files.isReadable(Path.of(ca))) {
      throw new StartRefused("There is no certificate file at %s: check DB_CA.".formatted(ca));
    }
  }

  private static void require(String setting, String value) {
    if (value.isBlank()) {
      throw new StartRefused("STORAGE_BACKEND=dynamodb needs MySQL: set %s.".formatted(setting));
    }
  }

  /// Connections for requests: none waits longer than ten seconds for a dead server.
  DataSource forRequests() {
    Properties properties = properties();
    properties.setProperty("socketTimeout", "10000");
    return source(properties);
  }

  /// Connections for migrations, which may take any time to change large tables.
  ///
  /// @param create whether to create a missing database
  DataSource forMigrations(boolean create) {
    Properties properties = properties();
    properties.setProperty("createDatabaseIfNotExist", String.valueOf(create));
    return source(properties);
  }

  private DataSource source(Properties properties) {
    try {
      return new SimpleDriverDataSource(
          new Driver(), "jdbc:mysql://%s:%d/%s".formatted(host, port, name), properties);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Properties properties() {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    secrecy(properties);
    properties.setProperty("connectTimeout", String.valueOf(CONNECT_MILLIS));
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("characterEncoding", "UTF-8");
    properties.setProperty("connectionTimeZone", "UTC");
    // The lock timeout is shorter than the socket timeout, so that the transaction is rolled back
    // and retried.
    properties.setProperty("sessionVariables", "time_zone='+00:00',innodb_lock_wait_timeout=3");
    // The client prepares statements: each is one round trip, and a proxy in front of MySQL can
    // share its connections.
    properties.setProperty("useServerPrepStmts", "false");
    properties.setProperty("cachePrepStmts", "true");
    properties.setProperty("prepStmtCacheSize", "250");
    properties.setProperty("prepStmtCacheSqlLimit", "4096");
    properties.setProperty("rewriteBatchedStatements", "true");
    // The driver answers questions about the session without a request to the server.
    properties.setProperty("useLocalSessionState", "true");
    properties.setProperty("cacheServerConfiguration", "true");
    properties.setProperty("readOnlyPropagatesToServer", "false");
    return properties;
  }

  private void secrecy(Properties properties) {
    boolean verify = tls.equalsIgnoreCase("verify");
    properties.setProperty(
        "sslMode",
        verify ? "VERIFY_IDENTITY" : Boolean.parseBoolean(tls) ? "REQUIRED" : "PREFERRED");
    if (verify && !ca.isEmpty()) {
      properties.setProperty("trustCertificateKeyStoreUrl", DatabaseTrust.store(Path.of(ca)));
      properties.setProperty("trustCertificateKeyStoreType", DatabaseTrust.TYPE);
      properties.setProperty("trustCertificateKeyStorePassword", DatabaseTrust.PASSWORD);
      properties.setProperty("fallbackToSystemTrustStore", "false");
    }
  }
}
