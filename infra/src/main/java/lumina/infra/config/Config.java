package lumina.infra.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import software.constructs.Node;

/// The settings of a deployment, each given as `-c name=value`.
///
/// @param cdnPublicKey the PEM with which CloudFront checks signed addresses
/// @param cdnPrivateKey ARN of the secret with the PEM that Lumina signs them with
/// @param databaseAuthorities the certificate authorities of RDS, a PEM file
public record Config(
    Size size,
    Path jar,
    String cdnPublicKey,
    String cdnPrivateKey,
    Path databaseAuthorities,
    Optional<Domain> domain,
    Restored restored,
    Optional<String> alarmEmail) {

  /// Restored stores, which instances use instead of those of the stacks.
  ///
  /// @param databaseHost the address of MySQL
  public record Restored(
      Optional<String> databaseHost,
      Optional<String> photosTable,
      Optional<String> commentsTable,
      Optional<String> messagesTable) {
    static Restored of(Node context) {
      return new Restored(
          given(context, "databaseHost"),
          given(context, "photosTable"),
          given(context, "commentsTable"),
          given(context, "messagesTable"));
    }
  }

  /// @param certificate ARN in the region of the stacks, for TLS between CloudFront and the
  ///   balancer
  /// @param cdnCertificate ARN in us-east-1, where CloudFront looks for it
  public record Domain(String name, String certificate, String cdnCertificate) {}

  public static Config of(Node context) {
    return new Config(
        Size.named(given(context, "size").orElse("small")),
        existing(given(context, "jar").orElse("../tools/target/lumina.jar")),
        read(existing(required(context, "cdnPublicKey", "the file with the CDN's public key"))),
        secretArn(required(context, "cdnPrivateKey", "the ARN of the secret with its private key")),
        existing(given(context, "databaseAuthorities").orElse("global-bundle.pem")),
        domain(context),
        Restored.of(context),
        given(context, "alarmEmail"));
  }

  private static Optional<Domain> domain(Node context) {
    return given(context, "domain")
        .map(
            name -> {
              String certificate =
                  required(context, "certificate", "a certificate for " + name + ", by its ARN");
              return new Domain(
                  name, certificate, given(context, "cdnCertificate").orElse(certificate));
            });
  }

  static String required(Node context, String name, String what) {
    return given(context, name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Please give %s: -c %s=… (infra/README.md says how)".formatted(what, name)));
  }

  static Optional<String> given(Node context, String name) {
    return Optional.ofNullable(context.tryGetContext(name)).map(Object::toString);
  }

  /// The whole ARN, with its random end: a shorter one would need a wildcard in the role.
  private static String secretArn(String arn) {
    if (!arn.matches("arn:aws[a-z-]*:secretsmanager:[^:]+:\\d{12}:secret:.+-\\w{6}")) {
      throw new IllegalArgumentException("cdnPrivateKey is not the full ARN of a secret: " + arn);
    }
    return arn;
  }

  static Path existing(String file) {
    Path path = Path.of(file);
    if (!Files.isRegularFile(path)) {
      throw new IllegalArgumentException(
          "There is no file %s (infra/README.md says what it is)".formatted(path));
    }
    return path;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
