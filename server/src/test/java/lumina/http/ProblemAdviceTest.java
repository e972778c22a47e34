package lumina.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.IOException;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@ExtendWith(OutputCaptureExtension.class)
@ResourceLock(Resources.SYSTEM_OUT)
class ProblemAdviceTest {
  private static final int MAX_UPLOAD_MB = 64;

  /// Found in the log, unlike what servers of other tests say there at the same time.
  private static final String CUT = "Broken pipe of this test";

  @RestController
  static class Cut {
    @GetMapping("/gone")
    void disconnected() throws IOException {
      throw new ClientAbortException(new IOException(CUT));
    }

    @GetMapping("/broken")
    void broken() throws IOException {
      throw new IOException(CUT);
    }
  }

  @Test
  void a_client_that_disconnects_while_it_is_answered_is_no_error(CapturedOutput log)
      throws Exception {
    MockMvc server =
        MockMvcBuilders.standaloneSetup(new Cut())
            .setControllerAdvice(new ProblemAdvice(MAX_UPLOAD_MB))
            .build();
    server.perform(get("/gone"));
    assertThat(log.getAll()).doesNotContain(CUT);
    server.perform(get("/broken"));
    assertThat(log.getAll()).contains("Request failed unexpectedly", CUT);
  }
}
