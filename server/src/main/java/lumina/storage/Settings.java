package lumina.storage;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;

/// Refuses to start with an invalid setting, in a sentence that names it.
///
/// Settings that are absent, or need more than a pattern to check, are left to the classes that use
/// them.
public class Settings implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  /// @param name of the environment variable
  /// @param property under which Lumina reads it
  /// @param meant the allowed values, in words that follow "set it to"
  private record Setting(String name, String property, Pattern allowed, String meant) {
    private static final String UP_TO_65535 =
        "[0-9]{1,4}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5]";

    static Setting of(String name, String property, String allowed, String meant) {
      return new Setting(name, property, Pattern.compile(allowed), meant);
    }

    static Setting flag(String name, String property) {
      return of(name, property, "(?i)true|false", "true or false");
    }

    static Setting count(String name, String property) {
      return of(name, property, "[1-9][0-9]{0,8}", "a whole number from 1 on");
    }

    static Setting port(String name, String property) {
      return of(name, property, UP_TO_65535, "a port, a number up to 65535");
    }

    static Setting portOrNone(String name, String property) {
      return of(name, property, "|" + UP_TO_65535, "a port, a number up to 65535, or leave it out");
    }

    static Setting table(String name, String property) {
      return of(
          name, property, "[A-Za-z0-9_.-]{3,255}", "a name of 3 to 255 letters, digits and _ . -");
    }

    /// Addresses and networks, between commas.
    static Setting networks(String name, String property) {
      String four = "\\d{1,3}(\\.\\d{1,3}){3}(/([0-2]?\\d|3[0-2]))?";
      String six = "[0-9A-Fa-f]*:[0-9A-Fa-f:.]*(/(\\d{1,2}|1[01]\\d|12[0-8]))?";
      String one = "\\s*(%s|%s)\\s*".formatted(four, six);
      return of(
          name,
          property,
          "|%1$s(,%1$s)*".formatted(one),
          "addresses or networks such as 10.0.0.0/16, with commas between them");
    }

    static Setting address(String name, String property) {
      return of(
          name, property, "|https?://[^\\s/]+(/\\S*)?", "an address such as https://example.org");
    }
  }

  private static final List<Setting> ALL =
      List.of(
          Setting.of("STORAGE_BACKEND", "storage.backend", "local|dynamodb", "local or dynamodb"),
          Setting.port("PORT", "server.port"),
          Setting.portOrNone("METRICS_PORT", "lumina.metrics.port"),
          Setting.networks("TRUSTED_PROXIES", "server.tomcat.remoteip.internal-proxies"),
          Setting.address("PUBLIC_URL", "lumina.public-url"),
          Setting.of("LOG_FORMAT", "LOG_FORMAT", "text|json", "text or json"),
          Setting.count("MAX_UPLOAD_MB", "lumina.max-upload-mb"),
          Setting.count("MAX_VIDEO_MB", "lumina.max-video-mb"),
          Setting.of("TRANSCODE", "lumina.transcode", "(?i)on|off", "on or off"),
          Setting.count("TRASH_DAYS", "lumina.trash-days"),
          Setting.count("SIGN_UPS_AN_HOUR", "lumina.sign-ups-an-hour"),
          Setting.of("SIGN_UP", "lumina.sign-up", "open|invite|closed", "open, invite or closed"),
          Setting.flag("MEMBERS_ONLY", "lumina.members-only"),
          Setting.flag("STORAGE_CREATE", "storage.create"),
          Setting.of(
              "AWS_REGION", "storage.region", "|[a-z0-9-]+", "a region such as eu-central-1"),
          Setting.of(
              "S3_BUCKET",
              "storage.s3.bucket",
              "|[A-Za-z0-9._-]{3,255}",
              "the name of a bucket, without s3:// and without a path"),
          Setting.flag("S3_PATH_STYLE", "storage.s3.path-style"),
          Setting.address("AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL_S3"),
          Setting.address("AWS_ENDPOINT_URL_DYNAMODB", "AWS_ENDPOINT_URL_DYNAMODB"),
          Setting.table("DYNAMODB_PHOTOS_TABLE", "storage.dynamodb.photos"),
          Setting.table("DYNAMODB_COMMENTS_TABLE", "storage.dynamodb.comments"),
          Setting.table("DYNAMODB_MESSAGES_TABLE", "storage.dynamodb.messages"),
          Setting.of(
              "DB_HOST",
              "storage.mysql.host",
              "|[^\\s/:@]+",
              "the name of a machine, without a port: that is DB_PORT"),
          Setting.port("DB_PORT", "storage.mysql.port"),
          Setting.of(
              "DB_NAME",
              "storage.mysql.name",
              "|[^\\s/?&#]{1,64}",
              "the name of a database, without spaces and slashes"),
          Setting.of(
              "DB_TLS", "storage.mysql.tls", "(?i)true|false|verify", "false, true or verify"),
          Setting.address("CDN_BASE_URL", "storage.cdn.base-url"),
          Setting.of(
              "CDN_DISTRIBUTION_ID",
              "storage.cdn.distribution-id",
              "|[A-Z0-9]{5,32}",
              "the id of a distribution such as E2QWRUHAPOMQZL"));

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    ConfigurableEnvironment environment = context.getEnvironment();
    for (Setting setting : ALL) {
      String value = environment.getProperty(setting.property());
      if (value != null && !setting.allowed().matcher(value.strip()).matches()) {
        throw new StartRefused(
            "%s has an invalid value (%s): set it to %s."
                .formatted(setting.name(), value, setting.meant()));
      }
    }
    refuseOnePortForBoth(environment);
  }

  private static void refuseOnePortForBoth(ConfigurableEnvironment environment) {
    String port = environment.getProperty("server.port", "").strip();
    if (!port.equals("0") && port.equals(environment.getProperty("lumina.metrics.port"))) {
      throw new StartRefused(
          "PORT and METRICS_PORT are both %s: set METRICS_PORT to another one.".formatted(port));
    }
  }
}
