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

/// How bodies are read, beyond what the settings say.
@Configuration
class JsonRules {
  private static final Set<CoercionInputShape> SCALARS =
      EnumSet.of(
          CoercionInputShape.Integer,
          CoercionInputShape.Float,
          CoercionInputShape.Boolean,
          CoercionInputShape.String,
          CoercionInputShape.EmptyString);

  /// A field may be null, which is as if it were not there; what stands in a list may not. Nothing
  /// is taken for what it is not: no half for an id, no text for a number or a yes.
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

  /// Leaves out halves of surrogate pairs: they are no text, and what encodes strings chokes on
  /// them.
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
