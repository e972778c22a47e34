package lumina;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.util.AnnotationsUtils;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.ComposedSchema;
import io.swagger.v3.oas.models.media.Discriminator;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lumina.live.LiveEvent;

/// Describes live events: one schema for each type, and `LiveEvent` for all of them.
record LiveEventSchemas(Components components, List<LiveEvent> events) {
  private static final String REF = "#/components/schemas/";

  LiveEventSchemas(Components components) {
    this(components, Reach.annotated(LiveEvent.class));
  }

  /// Adds the schemas of the events' data.
  void addData() {
    for (LiveEvent event : events) {
      ModelConverters.getInstance(true)
          .readAllAsResolvedSchema(new AnnotatedType(event.data()))
          .referencedSchemas
          .forEach(components::addSchemas);
    }
  }

  /// Replaces the schema of [lumina.live.Event] by one for each type.
  void addFrames() {
    Schema<?> frame = Objects.requireNonNull(components.getSchemas().remove("Event"));
    Discriminator type = new Discriminator().propertyName("type");
    Schema<?> any =
        new ComposedSchema().discriminator(type).description("A live event, see docs/live.md.");
    for (LiveEvent event : events) {
      String ref = REF + nameOf(event);
      any.addOneOfItem(new Schema<>().$ref(ref));
      type.mapping(event.type(), ref);
      components.addSchemas(nameOf(event), frame(frame, event));
    }
    components.addSchemas("LiveEvent", any);
    Schema<?> missed = Objects.requireNonNull(components.getSchemas().get("MissedEvents"));
    Schema<?> list = Objects.requireNonNull(missed.getProperties().get("events"));
    list.setItems(new Schema<>().$ref(REF + "LiveEvent"));
  }

  private static Schema<?> frame(Schema<?> carrier, LiveEvent event) {
    Schema<?> frame = AnnotationsUtils.clone(carrier, true);
    StringSchema type = new StringSchema();
    type.addEnumItem(event.type());
    String data = event.data().getSimpleName().replaceFirst("Json$", "");
    frame.description(null);
    frame.addProperty("type", type);
    frame.addProperty("data", new Schema<>().$ref(REF + data));
    return frame;
  }

  private static String nameOf(LiveEvent event) {
    return Stream.of(event.type().split("_"))
        .map(word -> word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining("", "", "Event"));
  }
}
