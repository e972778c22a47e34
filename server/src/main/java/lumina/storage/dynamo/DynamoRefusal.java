package lumina.storage.dynamo;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lumina.storage.StartRefused;
import lumina.storage.StoreUnresponsive;
import org.springframework.core.NestedExceptionUtils;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/// Turns an error of DynamoDB at start-up into a sentence that says what to do.
final class DynamoRefusal {
  private static final Pattern ACTION = Pattern.compile("perform: (\\S+)");

  private DynamoRefusal() {}

  /// @param at the table, or `table/index/name`, as policies name them
  static StartRefused of(SdkException failed, String at, String region) {
    String sentence =
        failed instanceof AwsServiceException answer
            ? answered(answer, at, region)
            : unanswered(failed, region);
    return mayPass(failed) ? new StoreUnresponsive(sentence) : new StartRefused(sentence);
  }

  private static boolean mayPass(SdkException failed) {
    String said = String.valueOf(failed.getMessage());
    return failed instanceof AwsServiceException answer
        ? answer.statusCode() >= 500 || said.contains("backfilling")
        : !said.startsWith("Unable to load");
  }

  private static String answered(AwsServiceException answer, String at, String region) {
    String said = answer.awsErrorDetails().errorMessage();
    return switch (answer.awsErrorDetails().errorCode()) {
      case "ResourceNotFoundException" -> missingTable(at, region);
      case "ValidationException" -> unusable(at, String.valueOf(said));
      case "AccessDeniedException" -> denied(at, String.valueOf(said));
      case "InvalidSignatureException" -> badSignature(String.valueOf(said));
      case "RequestTimeTooSkewed", "RequestExpired", "RequestInTheFuture" -> wrongClock();
      case "ExpiredTokenException", "ExpiredToken" ->
          "The session token of the AWS credentials has expired: get new ones and start again.";
      case "UnrecognizedClientException",
          "InvalidClientTokenId",
          "MissingAuthenticationTokenException",
          "IncompleteSignatureException" ->
          "AWS does not know these credentials (region %s): check AWS_ACCESS_KEY_ID, or the role of this machine."
              .formatted(region);
      default -> "DynamoDB cannot be used now (%s): %s".formatted(at, answer.getMessage());
    };
  }

  private static String missingTable(String at, String region) {
    return ("DynamoDB in %s has no table %s: create it with infra/, start once with"
            + " STORAGE_CREATE=true, or check AWS_REGION and the DYNAMODB_…_TABLE names.")
        .formatted(region, tableOf(at));
  }

  private static String unusable(String at, String said) {
    if (said.contains("specified index")) {
      return "The table %s has no index %s: bin/lumina adopt adds it, and so does one start with STORAGE_CREATE=true."
          .formatted(tableOf(at), at.substring(at.lastIndexOf('/') + 1));
    }
    if (said.contains("backfilling")) {
      return "DynamoDB is still creating %s: start Lumina again when it is active.".formatted(at);
    }
    return "The table %s is not as Lumina needs it, see docs/dynamodb.md: keys, types or projection of %s are others (%s)."
        .formatted(tableOf(at), at, said);
  }

  private static String denied(String at, String said) {
    Matcher action = ACTION.matcher(said);
    return "The AWS role has no permission for %s on table/%s: allow it in its policy."
        .formatted(action.find() ? action.group(1) : "dynamodb:Query", at);
  }

  private static String badSignature(String said) {
    return said.startsWith("Signature expired") || said.startsWith("Signature not yet current")
        ? wrongClock()
        : "The AWS secret does not fit its access key: check AWS_SECRET_ACCESS_KEY.";
  }

  private static String wrongClock() {
    return "The clock of this machine is wrong (%s), so AWS refuses its signatures: set it."
        .formatted(Instant.now());
  }

  private static String unanswered(SdkException failed, String region) {
    String said = String.valueOf(failed.getMessage());
    if (said.startsWith("Unable to load credentials")) {
      return "There are no AWS credentials: give this machine a role, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.";
    }
    if (said.startsWith("Unable to load region")) {
      return "AWS_REGION is not set: name the region of the tables, such as eu-central-1.";
    }
    return "DynamoDB in %s does not answer: check AWS_REGION, AWS_ENDPOINT_URL_DYNAMODB and the network (%s)."
        .formatted(region, NestedExceptionUtils.getMostSpecificCause(failed).getMessage());
  }

  private static String tableOf(String at) {
    return at.replaceFirst("/.*", "");
  }
}
