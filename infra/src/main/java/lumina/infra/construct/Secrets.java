package lumina.infra.construct;

import software.amazon.awscdk.services.secretsmanager.Secret;
import software.amazon.awscdk.services.secretsmanager.SecretStringGenerator;
import software.constructs.Construct;

/// Generated secrets of 64 random letters and digits.
public final class Secrets {
  private Secrets() {}

  public static Secret made(Construct scope, String id, String description) {
    return Secret.Builder.create(scope, id)
        .description(description)
        .generateSecretString(
            SecretStringGenerator.builder().excludePunctuation(true).passwordLength(64).build())
        .build();
  }
}
