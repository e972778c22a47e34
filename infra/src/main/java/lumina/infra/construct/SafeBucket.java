package lumina.infra.construct;

import java.util.List;
import java.util.stream.Stream;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.constructs.Construct;

/// A private bucket that outlives its stack. Deleted and overwritten files can be restored for 30
/// days.
public final class SafeBucket {
  private SafeBucket() {}

  public static Bucket create(Construct scope, String id, List<LifecycleRule> rules) {
    return Bucket.Builder.create(scope, id)
        .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
        .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
        .encryption(BucketEncryption.S3_MANAGED)
        .enforceSsl(true)
        .versioned(true)
        .lifecycleRules(Stream.concat(rules.stream(), Stream.of(oldVersions())).toList())
        .removalPolicy(RemovalPolicy.RETAIN)
        .build();
  }

  private static LifecycleRule oldVersions() {
    return LifecycleRule.builder()
        .id("old-versions")
        .abortIncompleteMultipartUploadAfter(Duration.days(1))
        .noncurrentVersionExpiration(Duration.days(30))
        .expiredObjectDeleteMarker(true)
        .build();
  }
}
