package lumina.storage.dynamo;

import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/// The connection to DynamoDB as the application configures it, with injected faults.
final class DynamoContext {
  private DynamoContext() {}

  static ConfigurableApplicationContext start(
      DynamoFaults faults, boolean create, Map<String, String> environment) {
    return new SpringApplicationBuilder(
            DynamoConnection.class, DynamoTables.class, Dynamo.class, DynamoStart.class)
        .web(WebApplicationType.NONE)
        .initializers(
            (GenericApplicationContext context) ->
                context.registerBean(DynamoFaults.class, () -> faults))
        .run(
            Stream.concat(
                    Stream.of("--STORAGE_CREATE=" + create, "--storage.patience-seconds=0"),
                    environment.entrySet().stream().map(it -> "--" + it))
                .toArray(String[]::new));
  }
}
