package lumina.storage.s3;

import java.util.Objects;
import lumina.storage.StartRefused;
import lumina.storage.StoreUnresponsive;
import org.springframework.core.NestedExceptionUtils;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/// Turns an error of S3 at start-up into one sentence that says what to do.
public final class S3Refusal {
  private S3Refusal() {}

  public static StartRefused of(SdkException refused, S3Settings settings) {
    if (refused instanceof AwsServiceException answer) {
      String sentence = answered(answer, settings);
      return answer.statusCode() >= 500
          ? new StoreUnresponsive(sentence)
          : new StartRefused(sentence);
    }
    return unanswered(refused);
  }

  private static String answered(AwsServiceException answer, S3Settings settings) {
    AwsErrorDetails details = answer.awsErrorDetails();
    String code = details == null ? "" : Objects.requireNonNullElse(details.errorCode(), "");
    String bucket = settings.bucket();
    return switch (code) {
      case "NoSuchBucket" ->
          "There is no bucket %s in S3: create it, or set S3_BUCKET to the right one, or STORAGE_CREATE=true."
              .formatted(bucket);
      case "InvalidAccessKeyId", "SignatureDoesNotMatch", "InvalidToken", "ExpiredToken" ->
          "S3 does not accept the AWS credentials (%s): give this machine a role, or correct AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY."
              .formatted(code);
      case "AccessDenied", "AllAccessDisabled" ->
          "The AWS credentials do not allow writing to bucket %s: allow s3:PutObject, s3:GetObject and s3:DeleteObject on it, or set S3_BUCKET to your own."
              .formatted(bucket);
      case "PermanentRedirect",
          "AuthorizationHeaderMalformed",
          "IllegalLocationConstraintException",
          "IllegalLocationConstraint",
          "InvalidLocationConstraint" ->
          "Bucket %s is not in region %s: set AWS_REGION to the region it is in."
              .formatted(bucket, settings.region());
      case "RequestTimeTooSkewed", "RequestExpired" ->
          "S3 refuses requests because the clock of this machine is wrong: set it, and keep it right with NTP.";
      case "InvalidBucketName", "BucketAlreadyExists" -> badName(bucket, code);
      default ->
          "S3 refuses to write to bucket %s: it answers %d %s."
              .formatted(bucket, answer.statusCode(), code);
    };
  }

  static String badName(String bucket, String why) {
    return "Bucket %s cannot be created (%s): set S3_BUCKET to another name."
        .formatted(bucket, why);
  }

  private static StartRefused unanswered(SdkException refused) {
    String why = String.valueOf(refused.getMessage());
    return why.contains("credentials")
        ? new StartRefused(
            "No AWS credentials were found: give this machine a role, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.")
        : new StoreUnresponsive(
            "S3 cannot be reached (%s): check the network, AWS_REGION and AWS_ENDPOINT_URL_S3."
                .formatted(root(refused)));
  }

  private static String root(Throwable error) {
    Throwable root = NestedExceptionUtils.getMostSpecificCause(error);
    return root.getClass().getSimpleName() + ": " + root.getMessage();
  }
}
