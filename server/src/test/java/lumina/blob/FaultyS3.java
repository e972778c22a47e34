package lumina.blob;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.http.SdkHttpResponse;

/// Records the requests to S3, and replaces or cuts off responses as a test demands.
final class FaultyS3 implements ExecutionInterceptor {
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private volatile int status;
  private volatile String code = "";
  private volatile int breaksAfter = Integer.MAX_VALUE;

  /// Cuts off the next objects after this many bytes.
  void breakAfter(int bytes) {
    breaksAfter = bytes;
  }

  /// Makes S3 answer every request with this error.
  FaultyS3 answer(int status, String code) {
    this.code = code;
    this.status = status;
    return this;
  }

  void mend() {
    status = 0;
    breaksAfter = Integer.MAX_VALUE;
    calls.clear();
  }

  List<String> calls() {
    return calls;
  }

  @Override
  public void beforeExecution(Context.BeforeExecution call, ExecutionAttributes attributes) {
    calls.add(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME));
  }

  @Override
  public SdkHttpResponse modifyHttpResponse(
      Context.ModifyHttpResponse answer, ExecutionAttributes attributes) {
    return status == 0
        ? answer.httpResponse()
        : answer.httpResponse().toBuilder().statusCode(status).build();
  }

  @Override
  public Optional<InputStream> modifyHttpResponseContent(
      Context.ModifyHttpResponse answer, ExecutionAttributes attributes) {
    String error = "<Error><Code>%s</Code><Message>as ordered</Message></Error>".formatted(code);
    return status == 0
        ? answer.responseBody().map(body -> new BrokenOff(body, breaksAfter))
        : Optional.of(new ByteArrayInputStream(error.getBytes(StandardCharsets.UTF_8)));
  }

  private static class BrokenOff extends FilterInputStream {
    private int left;

    BrokenOff(InputStream whole, int after) {
      super(whole);
      left = after;
    }

    @Override
    public int read(byte @Nullable [] into, int offset, int length) throws IOException {
      if (left <= 0) {
        throw new IOException("Connection reset");
      }
      int read = super.read(into, offset, Math.min(length, left));
      left -= Math.max(read, 0);
      return read;
    }
  }
}
