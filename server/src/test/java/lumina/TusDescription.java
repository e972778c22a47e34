package lumina;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.FileSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;

/// Describes the headers and bodies of resumable uploads, which are those of the protocol tus.
final class TusDescription {
  private static final String BYTES = "application/offset+octet-stream";
  private static final String METADATA =
      "keys, each with a value in Base64, separated by commas: `filename`, `topic`, `caption`,"
          + " `tags` (separated by commas), `audience`, `taken_hint`, `album` (an id),"
          + " `duplicate`; as the fields of `POST /api/photos`";

  private TusDescription() {}

  static void complete(String path, PathItem item) {
    if (!path.startsWith("/api/tus")) {
      return;
    }
    item.readOperationsMap()
        .forEach(
            (method, operation) -> {
              switch (method) {
                case OPTIONS -> describeOptions(operation);
                case POST -> describeCreation(operation);
                case PATCH -> describePatch(operation);
                case HEAD -> describeHead(operation);
                default -> ask(operation, "Tus-Resumable", new StringSchema(), true, "`1.0.0`");
              }
            });
  }

  private static void describeOptions(Operation operation) {
    answer(operation, "204", "Tus-Version", new StringSchema(), "`1.0.0`");
    answer(operation, "204", "Tus-Extension", new StringSchema(), "separated by commas");
    answer(operation, "204", "Tus-Checksum-Algorithm", new StringSchema(), "separated by commas");
    answer(operation, "204", "Tus-Max-Size", number(), "of one file, in bytes");
  }

  private static void describeCreation(Operation operation) {
    ask(operation, "Tus-Resumable", new StringSchema(), true, "`1.0.0`");
    ask(operation, "Upload-Length", number(), true, "the size of the file in bytes");
    ask(operation, "Upload-Metadata", new StringSchema(), false, METADATA);
    takeBytes(operation, false);
    answer(operation, "201", "Location", new StringSchema(), "the address of the upload");
    describeState(operation, "201");
  }

  private static void describePatch(Operation operation) {
    ask(operation, "Tus-Resumable", new StringSchema(), true, "`1.0.0`");
    ask(operation, "Upload-Offset", number(), true, "where these bytes begin");
    takeBytes(operation, true);
    describeState(operation, "204");
  }

  private static void describeHead(Operation operation) {
    ask(operation, "Tus-Resumable", new StringSchema(), true, "`1.0.0`");
    answer(operation, "200", "Upload-Length", number(), "the size of the file in bytes");
    answer(operation, "200", "Upload-Metadata", new StringSchema(), METADATA);
    describeState(operation, "200");
  }

  private static void describeState(Operation operation, String status) {
    answer(operation, status, "Upload-Offset", number(), "how many bytes have arrived");
    answer(operation, status, "Upload-Expires", new StringSchema(), "a date of HTTP");
    answer(
        operation,
        status,
        "Lumina-Photo-Id",
        new StringSchema(),
        "the photo, as soon as it is made: only then the upload is complete");
  }

  private static void takeBytes(Operation operation, boolean required) {
    ask(
        operation,
        "Upload-Checksum",
        new StringSchema(),
        false,
        "of these bytes: `sha1`, `sha256` or `md5`, a space, and the value in Base64");
    operation.requestBody(
        new RequestBody()
            .required(required)
            .content(ApiDescription.content(BYTES, new FileSchema())));
  }

  private static Schema<?> number() {
    return new IntegerSchema().format("int64");
  }

  private static void ask(
      Operation operation, String header, Schema<?> schema, boolean required, String description) {
    operation.addParametersItem(
        new Parameter()
            .in("header")
            .name(header)
            .schema(schema)
            .required(required)
            .description(description));
  }

  private static void answer(
      Operation operation, String status, String header, Schema<?> schema, String description) {
    ApiResponse answer = operation.getResponses().get(status);
    if (answer != null) {
      answer.addHeaderObject(header, new Header().schema(schema).description(description));
    }
  }
}
