package lumina.http.problem;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/// An error response, as an RFC 9457 problem: a stable `code` for programs and a sentence for
/// people. The page shows its own text if `web/src/locale/en/problem.ts` contains the code,
/// otherwise this sentence.
public abstract sealed class Problem extends RuntimeException {
  private final HttpStatusCode status;
  private final String code;

  Problem(HttpStatusCode status, String code, String sentence) {
    super(sentence, null, false, false);
    this.status = status;
    this.code = code;
  }

  public HttpStatusCode status() {
    return status;
  }

  public String code() {
    return code;
  }

  public String sentence() {
    return String.valueOf(getMessage());
  }

  /// The invalid field of the request, if it is a field.
  public @Nullable String field() {
    return null;
  }

  /// The time after which a retry makes sense, if waiting helps.
  public @Nullable Duration retryAfter() {
    return null;
  }

  /// 400: a field is missing or invalid.
  public static final class Invalid extends Problem {
    private final String field;

    public Invalid(String field, String code, String sentence) {
      super(HttpStatus.BAD_REQUEST, code, sentence);
      this.field = field;
    }

    /// A value of the wrong type, such as letters for a number.
    public static Invalid unusable(String field) {
      return new Invalid(field, "invalid_field", "This value cannot be used: %s.".formatted(field));
    }

    /// @param field the field for the file or its description
    public static Invalid incompleteUpload(String field) {
      return new Invalid(
          field, "invalid_upload", "The upload arrived incomplete. Please send it again.");
    }

    @Override
    public String field() {
      return field;
    }
  }

  /// 401: no valid session, or wrong username or password.
  public static final class Unauthorized extends Problem {
    public static Unauthorized notSignedIn() {
      return new Unauthorized("not_signed_in", "Please log in to go on.");
    }

    public Unauthorized(String code, String sentence) {
      super(HttpStatus.UNAUTHORIZED, code, sentence);
    }
  }

  /// 403: visible, but this person may not change it.
  public static final class Forbidden extends Problem {
    public Forbidden(String code, String sentence) {
      super(HttpStatus.FORBIDDEN, code, sentence);
    }
  }

  /// 404: does not exist, or is not visible to this person; the response never says which.
  public static final class NotFound extends Problem {
    /// @param code for a feature that this server does not have
    public NotFound(String code, String sentence) {
      super(HttpStatus.NOT_FOUND, code, sentence);
    }

    public NotFound(String what) {
      super(HttpStatus.NOT_FOUND, "not_found", "This " + what + " is not here (any more).");
    }
  }

  /// 409: the state already is as requested, or another request came first.
  public static final class Conflict extends Problem {
    public Conflict(String code, String sentence) {
      super(HttpStatus.CONFLICT, code, sentence);
    }
  }

  /// 412: a header that the protocol of an upload requires is missing.
  public static final class PreconditionFailed extends Problem {
    public PreconditionFailed(String code, String sentence) {
      super(HttpStatus.PRECONDITION_FAILED, code, sentence);
    }
  }

  /// 413: more bytes than this server accepts.
  public static final class TooLarge extends Problem {
    public TooLarge(String sentence) {
      this("too_large", sentence);
    }

    public TooLarge(String code, String sentence) {
      super(HttpStatus.CONTENT_TOO_LARGE, code, sentence);
    }

    /// @param maxMb the maximum size of a file in megabytes
    public static TooLarge file(long maxMb) {
      return new TooLarge(
          "This file is too large: at most %d MB can be uploaded.".formatted(maxMb));
    }
  }

  /// 415: another kind of body.
  public static final class UnsupportedMedia extends Problem {
    public UnsupportedMedia(String code, String sentence) {
      super(HttpStatus.UNSUPPORTED_MEDIA_TYPE, code, sentence);
    }
  }

  /// 416: the file has no such range.
  public static final class Unsatisfiable extends Problem {
    public Unsatisfiable() {
      super(
          HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE,
          "requested_range_not_satisfiable",
          "This file has no such part.");
    }
  }

  /// 421: the host name is not one of this server.
  public static final class Misdirected extends Problem {
    public Misdirected(String sentence) {
      super(HttpStatus.MISDIRECTED_REQUEST, "wrong_host", sentence);
    }
  }

  /// 423: another request changes it at this moment.
  public static final class Locked extends Problem {
    public Locked(String code, String sentence) {
      super(HttpStatus.LOCKED, code, sentence);
    }

    @Override
    public Duration retryAfter() {
      return Duration.ofSeconds(1);
    }
  }

  /// 429: too many requests; says when to retry.
  public static final class TooMany extends Problem {
    private final Duration retryAfter;

    public TooMany(String code, String sentence, Duration retryAfter) {
      super(HttpStatus.TOO_MANY_REQUESTS, code, sentence);
      this.retryAfter = retryAfter;
    }

    @Override
    public Duration retryAfter() {
      return retryAfter;
    }
  }

  /// 460, a status of tus: the bytes of an upload are not those that the client sent.
  public static final class ChecksumMismatch extends Problem {
    public ChecksumMismatch(String code, String sentence) {
      super(HttpStatusCode.valueOf(460), code, sentence);
    }
  }

  /// 503: a store is down or full; the request changed nothing.
  public static final class Unavailable extends Problem {
    public Unavailable(String code, String sentence) {
      super(HttpStatus.SERVICE_UNAVAILABLE, code, sentence);
    }

    /// A store does not respond, or fails midway.
    public static Unavailable storage() {
      return new Unavailable(
          "store_unavailable", "Lumina cannot reach its storage. Please try again in a moment.");
    }

    @Override
    public Duration retryAfter() {
      return Duration.ofSeconds(5);
    }
  }
}
