import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;

/// Tomcat with one servlet that answers every request with 1 KB: the most that Lumina could reach.
class BareTomcat {
  private static final byte[] BODY = new byte[1_024];

  private static class Answer extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.setContentLength(BODY.length);
      response.getOutputStream().write(BODY);
    }
  }

  public static void main(String[] arguments) throws Exception {
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(Files.createTempDirectory("lumina-tomcat").toString());
    tomcat.setPort(Integer.parseInt(arguments[0]));
    tomcat.getConnector().getProtocolHandler().setExecutor(new VirtualThreadExecutor("bare-"));
    Context context = tomcat.addContext("", null);
    var _ = Tomcat.addServlet(context, "answer", new Answer());
    context.addServletMapping("/*", "answer");
    tomcat.start();
    tomcat.getServer().await();
  }
}
