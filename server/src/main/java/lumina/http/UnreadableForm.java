package lumina.http;

import java.io.CharConversionException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;
import java.util.stream.Stream;
import lumina.http.problem.Problem;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.MultipartStream.MalformedStreamException;
import org.apache.tomcat.util.http.fileupload.impl.FileCountLimitExceededException;
import org.apache.tomcat.util.http.fileupload.impl.SizeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds out why Tomcat could not read a form or a URL, and whether the client or the server is at
/// fault.
record UnreadableForm(Exception thrown, long maxUploadMb) {
  private static final Logger log = LoggerFactory.getLogger(UnreadableForm.class);

  /// The limit for the headers of a part; a size limit below this is not that of the file.
  private static final long MAX_HEADER_BYTES = 1 << 14;

  Problem problem() {
    if (has(FileCountLimitExceededException.class)) {
      return new Problem.Invalid(
          "request",
          "too_many_parts",
          "A form may have at most 50 parts. Please send all tags in one, between commas.");
    }
    Optional<SizeException> tooLarge = find(SizeException.class);
    if (tooLarge.isPresent()) {
      return tooLarge.get().getPermittedSize() > MAX_HEADER_BYTES
          ? Problem.TooLarge.file(maxUploadMb)
          : new Problem.Invalid(
              "photo", "name_too_long", "The name of this file is too long. Please shorten it.");
    }
    if (isTooLong()) {
      return new Problem.TooLarge("The words with this photo are too long. Please shorten them.");
    }
    return broken();
  }

  /// For fields that are too long in total Tomcat throws an IllegalStateException; for a URL that
  /// it cannot read a subclass of it.
  private boolean isTooLong() {
    return causes()
        .anyMatch(
            it ->
                it instanceof IllegalStateException && !(it instanceof InvalidParameterException));
  }

  private Problem broken() {
    if (isDiskError()) {
      log.error("Upload could not be written to disk", thrown);
      return Problem.Unavailable.storage();
    }
    return has(FileUploadException.class) || has(ClientAbortException.class)
        ? Problem.Invalid.incompleteUpload("photo")
        : new Problem.Invalid("request", "invalid_request", "This request cannot be read.");
  }

  /// Errors of the client (invalid or aborted requests) have exceptions of their own.
  private boolean isDiskError() {
    boolean byClient =
        has(ClientAbortException.class)
            || has(BadRequestException.class)
            || has(MalformedStreamException.class)
            || has(CharConversionException.class)
            || has(CharacterCodingException.class);
    Throwable root = causes().reduce(thrown, (outer, inner) -> inner);
    return !byClient && root instanceof IOException && !(root instanceof FileUploadException);
  }

  private boolean has(Class<? extends Throwable> kind) {
    return find(kind).isPresent();
  }

  private <T extends Throwable> Optional<T> find(Class<T> kind) {
    return causes().filter(kind::isInstance).map(kind::cast).findFirst();
  }

  private Stream<Throwable> causes() {
    return Stream.iterate(thrown, each -> each != null, Throwable::getCause);
  }
}
