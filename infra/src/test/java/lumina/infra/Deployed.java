package lumina.infra;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lumina.infra.config.Config;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Template;

/// The templates of both sizes, synthesised once for all tests: the small one with required
/// settings only, the large one with a domain.
final class Deployed {
  static final String CDN_SECRET =
      "arn:aws:secretsmanager:eu-west-1:123456789012:secret:lumina/cdn-AbCdEf";

  static final Cloud SMALL = cloud("small", Map.of());
  static final Cloud LARGE =
      cloud(
          "large",
          Map.of(
              "domain", "photos.example.org",
              "certificate", "arn:aws:acm:eu-west-1:123456789012:certificate/balancer",
              "cdnCertificate", "arn:aws:acm:us-east-1:123456789012:certificate/cdn",
              "alarmEmail", "somebody@example.org"));

  private static final List<Thing> THINGS =
      Stream.of(SMALL, LARGE).flatMap(Deployed::things).toList();

  private Deployed() {}

  /// One resource of one size.
  record Thing(Cloud cloud, String id, Map<?, ?> whole) {

    String type() {
      return text(whole.get("Type"));
    }

    @Nullable Object at(Object... path) {
      return Deployed.at(whole.get("Properties"), path);
    }

    List<Object> list(Object... path) {
      return Deployed.list(whole.get("Properties"), path);
    }

    @Override
    public String toString() {
      return type() + " " + id + (cloud == SMALL ? " (small) " : " (large) ") + at();
    }
  }

  /// All resources of one type in both sizes. Fails if there are none, because a rule about nothing
  /// always holds.
  static List<Thing> all(String type) {
    List<Thing> found = every(type);
    assertThat(found).as(type).isNotEmpty();
    return found;
  }

  static List<Thing> every(String type) {
    return THINGS.stream().filter(thing -> thing.type().equals("AWS::" + type)).toList();
  }

  static Thing the(Cloud cloud, String type) {
    List<Thing> found = all(type).stream().filter(thing -> thing.cloud() == cloud).toList();
    assertThat(found).as(type).hasSize(1);
    return found.getFirst();
  }

  /// The value at the end of a path of names and positions, or null.
  static @Nullable Object at(@Nullable Object start, Object... path) {
    Object here = start;
    for (Object step : path) {
      here =
          step instanceof Integer i && here instanceof List<?> list
              ? list.get(i)
              : here instanceof Map<?, ?> map ? map.get(step) : null;
    }
    return here;
  }

  /// The same for a list; CloudFormation writes a list of one element without brackets.
  static List<Object> list(@Nullable Object start, Object... path) {
    Object end = at(start, path);
    return end instanceof List<?> list ? List.copyOf(list) : end == null ? List.of() : List.of(end);
  }

  /// A value as text, with `{name}` for parts that are only known at deployment.
  static String text(@Nullable Object value) {
    return switch (value) {
      case List<?> list -> list.stream().map(Deployed::text).collect(joining());
      case Map<?, ?> map when map.containsKey("Fn::Join") -> text(at(map, "Fn::Join", 1));
      case Map<?, ?> map when map.containsKey("Fn::Sub") -> text(map.get("Fn::Sub"));
      case Map<?, ?> map when map.containsKey("Fn::Base64") -> text(map.get("Fn::Base64"));
      case Map<?, ?> map -> "{" + text(List.copyOf(map.values())) + "}";
      case null, default -> String.valueOf(value);
    };
  }

  static Cloud cloud(String name, Map<String, String> config) {
    Map<String, Object> context = new HashMap<>(config);
    context.putIfAbsent("size", name);
    context.put("jar", "src/test/resources/program.txt");
    context.put("cdnPublicKey", "src/test/resources/cdn-public-key.pem");
    context.put("cdnPrivateKey", CDN_SECRET);
    context.put("databaseAuthorities", "src/test/resources/cdn-public-key.pem");
    App app = new App(Cloud.quiet().context(context).outdir("target/cdk.out/" + name).build());
    return new Cloud(app, Config.of(app.getNode()));
  }

  static Stream<Thing> things(Cloud cloud) {
    return cloud.stacks().stream().flatMap(stack -> things(cloud, stack));
  }

  private static Stream<Thing> things(Cloud cloud, Stack stack) {
    var resources = (Map<?, ?>) at(Template.fromStack(stack).toJSON(), "Resources");
    return requireNonNull(resources).entrySet().stream()
        .map(
            resource -> new Thing(cloud, text(resource.getKey()), (Map<?, ?>) resource.getValue()));
  }
}
