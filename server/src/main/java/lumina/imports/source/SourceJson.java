package lumina.imports.source;

import java.io.IOException;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads JSON of other places with little memory, however long it is.
final class SourceJson {
  private static final Logger log = LoggerFactory.getLogger(SourceJson.class);

  /// What describes one photo or one album of many is far shorter.
  private static final long MAX_TREE = 8L << 20;

  private static final int MAX_TEXT = 1 << 20;
  private static final int MAX_DEPTH = 50;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxStringLength(MAX_TEXT)
                          .maxNameLength(1_000)
                          .build())
                  .build())
          .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS) // one element is read of many
          .build();

  private SourceJson() {}

  /// Returns the whole file, or null if it is no JSON or too long.
  static @Nullable JsonNode tree(SourceFile file) {
    if (file.size() > MAX_TREE) {
      return null;
    }
    try (JsonParser parser = JSON.createParser(file.content().open())) {
      JsonNode read = JSON.readTree(parser);
      return read == null || read.isMissingNode() ? null : read;
    } catch (JacksonException | IOException broken) {
      return null;
    }
  }

  /// Passes each element of the arrays at the top of a file, or in a field of its top, to the
  /// consumer, with the name of that field (empty for the top itself); one after the other.
  ///
  /// @return false if it is no JSON, or breaks off
  static boolean elements(SourceFile file, BiConsumer<String, JsonNode> taker) {
    try (JsonParser parser = JSON.createParser(file.content().open())) {
      String field = "";
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.PROPERTY_NAME) {
          field = parser.currentName();
        } else if (token == JsonToken.START_ARRAY) {
          array(parser, field, taker);
        } else if (token == JsonToken.START_OBJECT && !field.isEmpty()) {
          parser.skipChildren();
        }
      }
      return true;
    } catch (JacksonException | IOException broken) {
      return false;
    }
  }

  private static void array(JsonParser parser, String field, BiConsumer<String, JsonNode> taker) {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      taker.accept(field, JSON.readTree(parser));
    }
  }

  /// A text in a field, empty without one.
  static String text(JsonNode object, String field) {
    return object.path(field).asString("").strip();
  }

  /// A number in a field, also one that is written as a text; null without one, and if it is larger
  /// than numbers can be.
  static @Nullable Double number(JsonNode object, String field) {
    JsonNode value = object.path(field);
    if (!value.isNumber() && !value.isString()) {
      return null;
    }
    try {
      double number =
          value.isString() ? Double.parseDouble(value.asString()) : value.asDouble(Double.NaN);
      return Double.isFinite(number) ? Double.valueOf(number) : null;
    } catch (NumberFormatException noNumber) {
      return null;
    }
  }

  /// Reads what is known about a file. If that is odd in a way that nobody foresaw, it is reported,
  /// and neither the file nor the others are lost.
  static SourcePhoto.About about(
      SourceFile file, Findings findings, Supplier<SourcePhoto.About> description) {
    try {
      return description.get();
    } catch (RuntimeException odd) {
      log.warn("The description of {} cannot be used", file.path(), odd);
      findings.refused(file.path(), "what is said about it cannot be read");
      return SourcePhoto.About.NOTHING;
    }
  }
}
