package lumina.storage.mysql;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import lumina.storage.StartRefused;

/// Converts the authorities that sign MySQL's certificate for its driver: the driver reads only key
/// stores, and authorities come as PEM.
final class DatabaseTrust {
  static final String TYPE = "PKCS12";

  /// Protects nothing: the content of the store is public.
  static final String PASSWORD = "public";

  private DatabaseTrust() {}

  /// Returns the address of a key store with the certificates of a PEM file, which is deleted when
  /// Lumina ends.
  static String store(Path pem) {
    try (InputStream certificates = Files.newInputStream(pem)) {
      KeyStore store = KeyStore.getInstance(TYPE);
      store.load(null, null);
      int n = 0;
      for (Certificate authority :
          CertificateFactory.getInstance("X.509").generateCertificates(certificates)) {
        store.setCertificateEntry("authority-" + ++n, authority);
      }
      return written(store).toUri().toString();
    } catch (IOException | GeneralSecurityException unreadable) {
      throw new StartRefused(
          "The certificates in %s cannot be read (%s): check DB_CA."
              .formatted(pem, unreadable.getMessage()));
    }
  }

  private static Path written(KeyStore store) throws IOException, GeneralSecurityException {
    Path file = Files.createTempFile("lumina-authorities-", ".p12");
    file.toFile().deleteOnExit();
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, PASSWORD.toCharArray());
    }
    return file;
  }
}
