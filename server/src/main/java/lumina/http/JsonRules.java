package lumina.http;

import com.fasterxml.jackson.annotation.Nulls;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.module.SimpleModule;

/// Rules for JSON request bodies, beyond the settings.
@Configuration(proxyBeanMethods = false)
class JsonRules {
  private static final Set<CoercionInputShape> SCALARS =
      EnumSet.of(
          CoercionInputShape.Integer,
          CoercionInputShape.Float,
          CoercionInputShape.Boolean,
          CoercionInputShape.String,
          CoercionInputShape.EmptyString);

  /// A null field counts as missing; a null in a list is an error. Values are not coerced: no
  /// fraction for an id, no text for a number or boolean.
  @Bean
  JsonMapperBuilderCustomizer bodies() {
    return mapper ->
        mapper
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .withCoercionConfigDefaults(
                config -> SCALARS.forEach(shape -> config.setCoercion(shape, CoercionAction.Fail)))
            .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
            .addModule(
                new SimpleModule("characters")
                    .addDeserializer(String.class, new WholeCharacters()));
  }

  /// Drops unpaired surrogates: they are not valid text, and string encoders fail on them.
  private static final class WholeCharacters extends StringDeserializer {
    @Override
    public @Nullable String deserialize(JsonParser json, DeserializationContext context) {
      String read = super.deserialize(json, context);
      return read == null || read.codePoints().noneMatch(WholeCharacters::isHalf)
          ? read
          : read.codePoints()
              .filter(c -> !isHalf(c))
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString();
    }

    private static boolean isHalf(int c) {
      return Character.getType(c) == Character.SURROGATE;
    }
  }
}
