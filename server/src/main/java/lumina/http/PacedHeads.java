package lumina.http;

import java.util.concurrent.TimeUnit;
import org.apache.coyote.Constants;
import org.apache.coyote.Processor;
import org.apache.coyote.Request;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.SocketWrapperBase;

/// Ends connections on which the head of a request crawls. Tomcat bounds the pause before each byte
/// alone, so that a few thousand of them, a byte now and then, would keep everybody else out.
public class PacedHeads extends Http11NioProtocol {
  private long longest = TimeUnit.SECONDS.toNanos(20);

  /// In how many seconds a head must be here.
  void setLongest(int seconds) {
    longest = TimeUnit.SECONDS.toNanos(seconds);
  }

  @Override
  public void start() throws Exception {
    super.start();
    var _ =
        getUtilityExecutor()
            .scheduleWithFixedDelay(
                () -> getEndpoint().getConnections().forEach(this::endIfCrawling),
                1,
                1,
                TimeUnit.SECONDS);
  }

  private void endIfCrawling(SocketWrapperBase<?> socket) {
    // While a request is answered, its processor is not on the socket.
    if (socket.getCurrentProcessor() instanceof Processor waiting && crawls(waiting.getRequest())) {
      socket.close();
    }
  }

  private boolean crawls(Request request) {
    long start = request.getStartTimeNanos();
    return request.getRequestProcessor().getStage() == Constants.STAGE_PARSE
        && start >= 0
        && System.nanoTime() - start > longest;
  }
}
