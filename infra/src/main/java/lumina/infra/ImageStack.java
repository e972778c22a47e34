package lumina.infra;

import java.util.List;
import java.util.Optional;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudfront.Distribution;
import software.amazon.awscdk.services.cloudfront.KeyGroup;
import software.amazon.awscdk.services.cloudfront.PublicKey;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.CorsRule;
import software.amazon.awscdk.services.s3.HttpMethods;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.constructs.Construct;

/// The bucket with the image files, and the CloudFront distribution in front of everything.
final class ImageStack extends Stack {
  final Bucket bucket;
  final PublicKey key;
  final String address;
  final Distribution front;

  ImageStack(Construct scope, BalancerStack balancer, Config config) {
    super(scope, "LuminaImages");
    bucket = bucket(config.domain().map(Config.Domain::name));
    key = PublicKey.Builder.create(this, "Key").encodedKey(config.cdnPublicKey()).build();
    KeyGroup signers = KeyGroup.Builder.create(this, "Signers").items(List.of(key)).build();
    front = new Cdn(this, balancer, config.domain()).distribution(bucket, signers);
    address = "https://" + config.domain().map(Config.Domain::name).orElse(front.getDomainName());
    CfnOutput.Builder.create(this, "Address").value(address).build();
    CfnOutput.Builder.create(this, "CloudFront").value(front.getDomainName()).build();
  }

  /// Deleted and overwritten files can be restored for 30 days.
  private Bucket bucket(Optional<String> site) {
    return Bucket.Builder.create(this, "Photos")
        .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
        .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
        .encryption(BucketEncryption.S3_MANAGED)
        .enforceSsl(true)
        .versioned(true)
        .lifecycleRules(List.of(leftovers(), oldVersions()))
        .cors(List.of(uploadsFrom(site)))
        .removalPolicy(RemovalPolicy.RETAIN)
        .build();
  }

  private static LifecycleRule leftovers() {
    return LifecycleRule.builder()
        .id("uploads-that-came-to-nothing")
        .prefix("incoming/")
        .expiration(Duration.days(1))
        .noncurrentVersionExpiration(Duration.days(1))
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

  /// Browsers upload parts of large files directly, to addresses that Lumina has signed. The
  /// CloudFront host name of the site is not known before the bucket exists.
  private static CorsRule uploadsFrom(Optional<String> site) {
    return CorsRule.builder()
        .allowedOrigins(List.of("https://" + site.orElse("*.cloudfront.net")))
        .allowedMethods(List.of(HttpMethods.PUT))
        .allowedHeaders(List.of("content-type", "content-md5", "x-amz-*"))
        .exposedHeaders(List.of("ETag"))
        .maxAge(3600)
        .build();
  }
}
