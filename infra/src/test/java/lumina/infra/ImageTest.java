package lumina.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import lumina.infra.Deployed.Thing;
import org.junit.jupiter.api.Test;

class ImageTest {

  @Test
  void theBucketIsNobodysButOurs() {
    for (Thing bucket : Deployed.all("S3::Bucket")) {
      assertThat(bucket.at("PublicAccessBlockConfiguration"))
          .isEqualTo(
              Map.of(
                  "BlockPublicAcls", true,
                  "BlockPublicPolicy", true,
                  "IgnorePublicAcls", true,
                  "RestrictPublicBuckets", true));
      assertThat(bucket.at("OwnershipControls", "Rules", 0, "ObjectOwnership"))
          .isEqualTo("BucketOwnerEnforced");
    }
  }

  @Test
  void theBucketListensToTlsAloneAndLetsOnlyCloudFrontRead() {
    for (Thing policy : Deployed.all("S3::BucketPolicy")) {
      List<Object> statements = policy.list("PolicyDocument", "Statement");
      assertThat(statements).hasSize(2);
      assertThat(Deployed.at(statements.get(0), "Effect")).isEqualTo("Deny");
      assertThat(Deployed.at(statements.get(0), "Condition", "Bool", "aws:SecureTransport"))
          .isEqualTo("false");
      assertThat(Deployed.at(statements.get(1), "Action")).isEqualTo("s3:GetObject");
      assertThat(Deployed.at(statements.get(1), "Principal"))
          .isEqualTo(Map.of("Service", "cloudfront.amazonaws.com"));
      assertThat(Deployed.text(Deployed.at(statements.get(1), "Condition", "StringEquals")))
          .contains("distribution/{Front");
    }
  }

  @Test
  void filesAreEncryptedAndDeletedOnesCanBeHadBackForAMonth() {
    for (Thing bucket : Deployed.all("S3::Bucket")) {
      assertThat(
              bucket.at(
                  "BucketEncryption",
                  "ServerSideEncryptionConfiguration",
                  0,
                  "ServerSideEncryptionByDefault",
                  "SSEAlgorithm"))
          .isEqualTo("AES256");
      assertThat(bucket.at("VersioningConfiguration", "Status")).isEqualTo("Enabled");
      assertThat(bucket.whole().get("DeletionPolicy")).isEqualTo("Retain");
      Object rule = bucket.at("LifecycleConfiguration", "Rules", 1);
      assertThat(Deployed.at(rule, "NoncurrentVersionExpiration", "NoncurrentDays")).isEqualTo(30);
      assertThat(Deployed.at(rule, "Prefix")).isNull();
    }
  }

  @Test
  void uploadsThatCameToNothingAreGone() {
    for (Thing bucket : Deployed.all("S3::Bucket")) {
      Object uploads = bucket.at("LifecycleConfiguration", "Rules", 0);
      assertThat(Deployed.at(uploads, "Prefix")).isEqualTo("uploads/");
      assertThat(Deployed.at(uploads, "ExpirationInDays")).isEqualTo(9);
      Object all = bucket.at("LifecycleConfiguration", "Rules", 1);
      assertThat(Deployed.at(all, "AbortIncompleteMultipartUpload", "DaysAfterInitiation"))
          .isEqualTo(1);
    }
  }

  @Test
  void pagesSendNothingToTheBucket() {
    assertThat(Deployed.the(Deployed.LARGE, "S3::Bucket").whole().toString())
        .doesNotContain("CorsConfiguration");
  }
}
