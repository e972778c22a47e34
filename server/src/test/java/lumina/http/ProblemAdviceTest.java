package lumina.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.ServletWebRequest;

@ExtendWith(OutputCaptureExtension.class)
class ProblemAdviceTest {
  private static final int MAX_UPLOAD_MB = 64;

  @Test
  void a_client_that_disconnects_while_it_is_answered_is_no_error(CapturedOutput log)
      throws Exception {
    answerCut(new IOException("Broken pipe"));
    assertThat(log.getAll()).doesNotContain("Request failed unexpectedly");
    answerCut(new IOException("something else"));
    assertThat(log.getAll()).contains("Request failed unexpectedly");
  }

  private static void answerCut(IOException cause) throws Exception {
    new ProblemAdvice(MAX_UPLOAD_MB)
        .handleException(
            new HttpMessageNotWritableException("Could not write JSON", cause),
            new ServletWebRequest(new MockHttpServletRequest()));
  }
}
