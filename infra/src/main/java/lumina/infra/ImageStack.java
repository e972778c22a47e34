package lumina.infra;

import java.util.List;
import lumina.infra.config.Config;
import lumina.infra.construct.SafeBucket;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudfront.Distribution;
import software.amazon.awscdk.services.cloudfront.KeyGroup;
import software.amazon.awscdk.services.cloudfront.PublicKey;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.constructs.Construct;

/// The bucket with the image files, and the CloudFront distribution in front of everything.
final class ImageStack extends Stack {
  final Bucket bucket;
  final PublicKey key;
  final String address;
  final Distribution front;

  ImageStack(Construct scope, BalancerStack balancer, Config config) {
    super(scope, "LuminaImages");
    bucket = SafeBucket.create(this, "Photos", List.of(leftovers()));
    key = PublicKey.Builder.create(this, "Key").encodedKey(config.cdnPublicKey()).build();
    KeyGroup signers = KeyGroup.Builder.create(this, "Signers").items(List.of(key)).build();
    front = Cdn.of(this, balancer, config.domain()).distribution(bucket, signers);
    address = "https://" + config.domain().map(Config.Domain::name).orElse(front.getDomainName());
    CfnOutput.Builder.create(this, "Address").value(address).build();
    CfnOutput.Builder.create(this, "CloudFront").value(front.getDomainName()).build();
  }

  /// Lumina deletes uploads that nobody finished in a week; this deletes what it could not.
  private static LifecycleRule leftovers() {
    return LifecycleRule.builder()
        .id("uploads-that-came-to-nothing")
        .prefix("uploads/")
        .expiration(Duration.days(9))
        .noncurrentVersionExpiration(Duration.days(1))
        .build();
  }
}
