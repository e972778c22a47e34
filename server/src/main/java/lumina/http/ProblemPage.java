package lumina.http;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import lumina.http.problem.ProblemBody;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Turns refusals of a filter (such as a URL with an encoded slash) into problems.
@RestController
class ProblemPage implements ErrorController {
  @RequestMapping("/error")
  void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (response.isCommitted()) {
      return; // the response was cut off: anything written now would look like a part of it
    }
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    ProblemBody.write(status instanceof Integer code ? code : 404, response);
  }
}
