package lumina.infra.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import software.constructs.Node;

/// The settings of a deployment of size `one`, each given as `-c name=value`.
///
/// @param deb the Debian package for arm64
/// @param image id of the machine image, Debian 12 for arm64. A fixed one, because another image
///   means another machine
/// @param gigabytes size of the disk with all data
/// @param snapshot what a new disk begins with
public record OneServerConfig(
    Path deb,
    String image,
    int gigabytes,
    Optional<String> snapshot,
    Optional<Config.Domain> domain) {

  public static boolean isChosen(Node context) {
    return Config.given(context, "size").filter("one"::equals).isPresent();
  }

  public static OneServerConfig of(Node context) {
    return new OneServerConfig(
        Config.existing(Config.required(context, "deb", "the Debian package for arm64")),
        Config.required(context, "image", "the id of the image of Debian 12 for arm64"),
        Integer.parseInt(Config.given(context, "gigabytes").orElse("10")),
        Config.given(context, "snapshot"),
        Config.given(context, "domain").map(name -> domain(context, name)));
  }

  /// CloudFront reaches the machine inside the network, so only CloudFront needs a certificate.
  private static Config.Domain domain(Node context, String name) {
    String certificate =
        Config.required(
            context, "cdnCertificate", "a certificate for " + name + " in us-east-1, by its ARN");
    return new Config.Domain(name, certificate, certificate);
  }

  /// SHA-256 of the package, with which the machine compares what it has fetched.
  public String checksum() {
    try {
      byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(deb));
      return HexFormat.of().formatHex(sha256);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
