package lumina.infra;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import lumina.infra.config.Config;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.certificatemanager.Certificate;
import software.amazon.awscdk.services.cloudfront.AllowedMethods;
import software.amazon.awscdk.services.cloudfront.BehaviorOptions;
import software.amazon.awscdk.services.cloudfront.CachePolicy;
import software.amazon.awscdk.services.cloudfront.Distribution;
import software.amazon.awscdk.services.cloudfront.Function;
import software.amazon.awscdk.services.cloudfront.FunctionAssociation;
import software.amazon.awscdk.services.cloudfront.FunctionCode;
import software.amazon.awscdk.services.cloudfront.FunctionEventType;
import software.amazon.awscdk.services.cloudfront.FunctionRuntime;
import software.amazon.awscdk.services.cloudfront.HttpVersion;
import software.amazon.awscdk.services.cloudfront.IOrigin;
import software.amazon.awscdk.services.cloudfront.KeyGroup;
import software.amazon.awscdk.services.cloudfront.OriginProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.OriginRequestPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersContentSecurityPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersContentTypeOptions;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseSecurityHeadersBehavior;
import software.amazon.awscdk.services.cloudfront.SecurityPolicyProtocol;
import software.amazon.awscdk.services.cloudfront.ViewerProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.origins.HttpOrigin;
import software.amazon.awscdk.services.cloudfront.origins.S3BucketOrigin;
import software.amazon.awscdk.services.cloudfront.origins.VpcOrigin;
import software.amazon.awscdk.services.cloudfront.origins.VpcOriginWithEndpointProps;
import software.amazon.awscdk.services.s3.Bucket;
import software.constructs.Construct;

/// The CloudFront distribution: everything comes from Lumina, or files of photos and profiles from
/// the bucket and everything else from the load balancer.
///
/// Pages have addresses below `/photos/` too, so a dot in the file name sends a request to the
/// bucket. The server follows the same rule.
final class Cdn {
  static final String VIEWER_HEADER = "X-Lumina-Viewer";
  static final String SCHEME_HEADER = "X-Lumina-Scheme";
  static final List<String> FILES = List.of("/photos/*.*", "/profiles/*.*");

  private final Construct scope;
  private final IOrigin lumina;
  private final Optional<Config.Domain> domain;

  /// @param lumina the server, or the load balancer before several
  Cdn(Construct scope, IOrigin lumina, Optional<Config.Domain> domain) {
    this.scope = scope;
    this.lumina = lumina;
    this.domain = domain;
  }

  static Cdn of(Construct scope, BalancerStack balancer, Optional<Config.Domain> domain) {
    return new Cdn(scope, origin(balancer, domain.isPresent()), domain);
  }

  Distribution distribution(Bucket bucket, KeyGroup signers) {
    BehaviorOptions files = files(S3BucketOrigin.withOriginAccessControl(bucket), signers);
    return distribution(Map.of(FILES.get(0), files, FILES.get(1), files));
  }

  Distribution distribution() {
    return distribution(Map.of());
  }

  private Distribution distribution(Map<String, BehaviorOptions> files) {
    Map<String, BehaviorOptions> behaviors = new TreeMap<>(files);
    behaviors.put("/assets/*", assets());
    Distribution.Builder distribution =
        Distribution.Builder.create(scope, "Front")
            .comment("Lumina")
            .defaultBehavior(pages())
            .additionalBehaviors(behaviors)
            .httpVersion(HttpVersion.HTTP2_AND_3)
            .minimumProtocolVersion(SecurityPolicyProtocol.TLS_V1_2_2021);
    domain.ifPresent(
        own ->
            distribution
                .domainNames(List.of(own.name()))
                .certificate(
                    Certificate.fromCertificateArn(scope, "Certificate", own.cdnCertificate())));
    return distribution.build();
  }

  /// The certificate is for the site's name, which CloudFront passes on as `Host`. Without one,
  /// CloudFront reaches the balancer through an address inside the network.
  private static IOrigin origin(BalancerStack balancer, boolean encrypted) {
    Map<String, String> headers =
        sorted(
            Map.of(
                BalancerStack.ORIGIN_SECRET_HEADER,
                balancer.originSecret.getSecretValue().unsafeUnwrap(),
                SCHEME_HEADER,
                "https"));
    return encrypted
        ? HttpOrigin.Builder.create(balancer.balancer.getLoadBalancerDnsName())
            .protocolPolicy(OriginProtocolPolicy.HTTPS_ONLY)
            .readTimeout(Duration.seconds(60))
            .keepaliveTimeout(Duration.seconds(60))
            .customHeaders(headers)
            .build()
        : VpcOrigin.withApplicationLoadBalancer(balancer.balancer, inside(80, headers));
  }

  /// How CloudFront reaches a server that has no address outside the network.
  static VpcOriginWithEndpointProps inside(int port, Map<String, String> headers) {
    return VpcOriginWithEndpointProps.builder()
        .httpPort(port)
        .protocolPolicy(OriginProtocolPolicy.HTTP_ONLY)
        .readTimeout(Duration.seconds(60))
        .keepaliveTimeout(Duration.seconds(60))
        .customHeaders(headers)
        .build();
  }

  /// Keeps the template the same: a synthesis with another order would be deployed again.
  private static <V> Map<String, V> sorted(Map<String, V> map) {
    return new TreeMap<>(map);
  }

  private BehaviorOptions pages() {
    return BehaviorOptions.builder()
        .origin(lumina)
        .allowedMethods(AllowedMethods.ALLOW_ALL)
        .cachePolicy(CachePolicy.CACHING_DISABLED)
        .originRequestPolicy(OriginRequestPolicy.ALL_VIEWER)
        .viewerProtocolPolicy(ViewerProtocolPolicy.REDIRECT_TO_HTTPS)
        .functionAssociations(List.of(viewerAddress()))
        .build();
  }

  /// The address of the visitor is lost behind two proxies, and the limits need it.
  private FunctionAssociation viewerAddress() {
    String code =
        """
        function handler(event) {
          event.request.headers['%s'] = { value: event.viewer.ip };
          return event.request;
        }
        """
            .formatted(VIEWER_HEADER.toLowerCase(Locale.ROOT));
    Function function =
        Function.Builder.create(scope, "Viewer")
            .code(FunctionCode.fromInline(code))
            .runtime(FunctionRuntime.JS_2_0)
            .build();
    return FunctionAssociation.builder()
        .function(function)
        .eventType(FunctionEventType.VIEWER_REQUEST)
        .build();
  }

  private BehaviorOptions assets() {
    return BehaviorOptions.builder()
        .origin(lumina)
        .cachePolicy(CachePolicy.CACHING_OPTIMIZED)
        .originRequestPolicy(OriginRequestPolicy.HOST_HEADER_ONLY)
        .viewerProtocolPolicy(ViewerProtocolPolicy.REDIRECT_TO_HTTPS)
        .build();
  }

  /// Whoever has a signed address may see the file; nobody else may, even from a cache.
  private BehaviorOptions files(IOrigin bucket, KeyGroup signers) {
    return BehaviorOptions.builder()
        .origin(bucket)
        .trustedKeyGroups(List.of(signers))
        .cachePolicy(CachePolicy.CACHING_OPTIMIZED)
        .responseHeadersPolicy(picturesOnly())
        .viewerProtocolPolicy(ViewerProtocolPolicy.HTTPS_ONLY)
        .compress(false)
        .build();
  }

  /// The files share the origin of the site, so none of them may act as a page.
  private ResponseHeadersPolicy picturesOnly() {
    return ResponseHeadersPolicy.Builder.create(scope, "OnlyEverPictures")
        .securityHeadersBehavior(
            ResponseSecurityHeadersBehavior.builder()
                .contentTypeOptions(
                    ResponseHeadersContentTypeOptions.builder().override(true).build())
                .contentSecurityPolicy(
                    ResponseHeadersContentSecurityPolicy.builder()
                        .contentSecurityPolicy("default-src 'none'; sandbox")
                        .override(true)
                        .build())
                .build())
        .build();
  }
}
