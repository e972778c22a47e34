package lumina.feed;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import lumina.photo.PhotoJson;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.io.SerializedString;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.ValueSerializerModifier;
import tools.jackson.databind.util.NameTransformer;

/// Writes the JSON of each photo once: a page of fifty takes longer to write than to find, and when
/// it changes, most of its photos do not. Comes last, so that photos are written by all other
/// rules.
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class WrittenPhotos implements JsonMapperBuilderCustomizer {
  private static final int MAX_REMEMBERED = 1_000;
  private static final Duration MAX_IDLE = Duration.ofMinutes(1);

  @Override
  public void customize(JsonMapper.Builder mapper) {
    mapper.addModule(new SimpleModule("photos").setSerializerModifier(new Once(mapper.build())));
  }

  private static final class Once extends ValueSerializerModifier {
    private static final long serialVersionUID = 1;
    private final transient LoadingCache<Object, SerializedString> written;

    Once(JsonMapper plain) {
      written =
          Caffeine.newBuilder()
              .maximumSize(MAX_REMEMBERED)
              .expireAfterAccess(MAX_IDLE)
              .build(photo -> new SerializedString(plain.writeValueAsString(photo)));
    }

    @Override
    public ValueSerializer<?> modifySerializer(
        SerializationConfig config, BeanDescription.Supplier type, ValueSerializer<?> usual) {
      return type.getBeanClass() == PhotoJson.class ? new Copying(usual, written) : usual;
    }
  }

  private static final class Copying extends ValueSerializer<Object> {
    private final ValueSerializer<?> usual;
    private final LoadingCache<Object, SerializedString> written;

    Copying(ValueSerializer<?> usual, LoadingCache<Object, SerializedString> written) {
      this.usual = usual;
      this.written = written;
    }

    @Override
    public void serialize(Object photo, JsonGenerator json, SerializationContext context) {
      json.writeRawValue(written.get(photo));
    }

    /// As a part of another object, a photo is not a value of its own.
    @Override
    @SuppressWarnings("unchecked") // it writes photos, too
    public ValueSerializer<Object> unwrappingSerializer(NameTransformer names) {
      return (ValueSerializer<Object>) usual.unwrappingSerializer(names);
    }

    @Override
    public void resolve(SerializationContext context) {
      usual.resolve(context);
    }
  }
}
