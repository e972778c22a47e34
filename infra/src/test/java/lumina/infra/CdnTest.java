package lumina.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import lumina.infra.Deployed.Thing;
import org.junit.jupiter.api.Test;

class CdnTest {
  private static final String NO_CACHE = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";
  private static final String ALL_VIEWER = "216adef6-5c7f-47e4-b989-5492eafa07d3";

  @Test
  void filesOfPhotosAndProfilesAreSeenByTheirSignedAddressAlone() {
    for (Thing front : Deployed.all("CloudFront::Distribution")) {
      List<Object> fromBucket =
          front.list("DistributionConfig", "CacheBehaviors").stream()
              .filter(goesTo(origin(front, "S3OriginConfig")))
              .toList();
      assertThat(fromBucket)
          .extracting(behavior -> Deployed.at(behavior, "PathPattern"))
          .isEqualTo(List.of("/photos/*.*", "/profiles/*.*"));
      assertThat(fromBucket)
          .allMatch(b -> Deployed.text(Deployed.at(b, "TrustedKeyGroups")).contains("{Signers"))
          .allMatch(b -> "https-only".equals(Deployed.at(b, "ViewerProtocolPolicy")));
    }
  }

  @Test
  void theBucketIsReadWithCloudFrontsOwnSignature() {
    for (Thing front : Deployed.all("CloudFront::Distribution")) {
      assertThat(Deployed.at(origin(front, "S3OriginConfig"), "OriginAccessControlId")).isNotNull();
    }
    assertThat(Deployed.all("CloudFront::OriginAccessControl"))
        .allMatch(c -> "always".equals(c.at("OriginAccessControlConfig", "SigningBehavior")));
  }

  @Test
  void noFileEverActsAsAPageOfTheSite() {
    assertThat(Deployed.all("CloudFront::ResponseHeadersPolicy"))
        .allMatch(p -> Deployed.text(p.at()).contains("default-src 'none'; sandbox"));
  }

  @Test
  void everythingElseIsLuminasUncachedAndWithAllThatASocketNeeds() {
    for (Thing front : Deployed.all("CloudFront::Distribution")) {
      Object pages = front.at("DistributionConfig", "DefaultCacheBehavior");
      assertThat(goesTo(balancer(front)).test(pages)).isTrue();
      assertThat(Deployed.at(pages, "CachePolicyId")).isEqualTo(NO_CACHE);
      assertThat(Deployed.at(pages, "OriginRequestPolicyId")).isEqualTo(ALL_VIEWER);
      assertThat((List<?>) Deployed.at(pages, "AllowedMethods")).hasSize(7);
      assertThat(Deployed.at(pages, "ViewerProtocolPolicy")).isEqualTo("redirect-to-https");
    }
  }

  @Test
  void luminaLearnsWhoComesAndHowAndTheBalancerTheWord() {
    for (Thing front : Deployed.all("CloudFront::Distribution")) {
      assertThat(Deployed.text(Deployed.at(balancer(front), "OriginCustomHeaders")))
          .contains("X-Lumina-Schemehttps", "X-Lumina-Door{{resolve:secretsmanager:");
    }
    assertThat(Deployed.all("CloudFront::Function"))
        .allMatch(f -> Deployed.text(f.at("FunctionCode")).contains("['x-lumina-viewer']"));
  }

  @Test
  void withItsOwnNameTheSiteIsEncryptedAllTheWay() {
    Thing front = Deployed.the(Deployed.LARGE, "CloudFront::Distribution");
    assertThat(front.at("DistributionConfig", "Aliases")).isEqualTo(List.of("photos.example.org"));
    assertThat(front.at("DistributionConfig", "ViewerCertificate", "MinimumProtocolVersion"))
        .isEqualTo("TLSv1.2_2021");
    assertThat(
            Deployed.at(
                origin(front, "CustomOriginConfig"), "CustomOriginConfig", "OriginProtocolPolicy"))
        .isEqualTo("https-only");
  }

  /// Over the internet with TLS, or inside the network.
  private static Object balancer(Thing front) {
    return origin(
        front, front.cloud() == Deployed.LARGE ? "CustomOriginConfig" : "VpcOriginConfig");
  }

  private static Object origin(Thing front, String kind) {
    return front.list("DistributionConfig", "Origins").stream()
        .filter(origin -> Deployed.at(origin, kind) != null)
        .findFirst()
        .orElseThrow();
  }

  private static Predicate<Object> goesTo(Object origin) {
    return behavior ->
        String.valueOf(Deployed.at(origin, "Id")).equals(Deployed.at(behavior, "TargetOriginId"));
  }
}
