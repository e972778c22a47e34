package lumina.stores;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/// A proxy between Lumina and a store that injects the faults of networks and of dying machines.
public final class Faults implements AutoCloseable {
  private static final int LONGEST_WORDS = 100;

  private enum Mood {
    PASS,
    REFUSE,
    HANG
  }

  /// The fault that happens to a connection once these texts were sent to the store, in this order.
  ///
  /// @param carriedOut whether the last text reaches the store, so that only the response is lost
  /// @param dies whether the store is down for everyone from then on
  private record Plan(List<String> words, boolean carriedOut, boolean dies) {}

  private static final Plan NONE = new Plan(List.of(), false, false);

  private final ServerSocket door;
  private final int store;
  private final Set<Line> lines = ConcurrentHashMap.newKeySet();
  private final AtomicInteger struck = new AtomicInteger();
  private volatile Plan plan = NONE;
  private volatile long longest = Long.MAX_VALUE;
  private volatile Mood mood = Mood.PASS;
  private volatile Duration delay = Duration.ZERO;
  private volatile double failing;

  private Faults(int store) {
    this.store = store;
    try {
      door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  /// @param store the store's port on this machine
  public static Faults before(int store) {
    return new Faults(store);
  }

  public int port() {
    return door.getLocalPort();
  }

  /// Closes every connection and accepts no new one.
  public void refuse() {
    become(Mood.REFUSE);
    lines.forEach(Line::cut);
  }

  /// Keeps and accepts connections, but transmits nothing any more.
  public void hang() {
    become(Mood.HANG);
  }

  /// Transmits everything this much later.
  public void slow(Duration by) {
    delay = by;
  }

  /// Breaks the connection instead of transmitting a request, for this share of all requests.
  public void fail(double share) {
    failing = share;
  }

  /// Closes every connection after this many bytes in one direction.
  public void cutAfter(long bytes) {
    lines.forEach(Line::cut);
    longest = bytes;
  }

  /// The store goes down for everyone once these texts were sent on one connection; it does not
  /// receive the last one.
  public void dieAt(String... words) {
    plan = new Plan(lower(words), false, true);
  }

  /// Once these texts were sent on a connection, the store executes the request, but the connection
  /// breaks before the response.
  public void loseAnswerTo(String... words) {
    plan = new Plan(lower(words), true, false);
  }

  private static List<String> lower(String... words) {
    return List.of(words).stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
  }

  /// How often a fault has happened so far: a plan was executed, or a connection was cut after its
  /// bytes.
  public int struck() {
    return struck.get();
  }

  public void mend() {
    plan = NONE;
    longest = Long.MAX_VALUE;
    delay = Duration.ZERO;
    failing = 0;
    become(Mood.PASS);
  }

  private synchronized void become(Mood next) {
    mood = next;
    notifyAll();
  }

  private synchronized void waitWhileHanging() throws InterruptedException {
    while (mood == Mood.HANG) {
      wait();
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket client = door.accept();
        if (mood == Mood.REFUSE) {
          reset(client);
        } else {
          Thread.ofVirtual().start(() -> connect(client));
        }
      }
    } catch (IOException closed) {
      lines.forEach(Line::cut);
    }
  }

  private void connect(Socket client) {
    try {
      waitWhileHanging();
      Line line = new Line(client, new Socket(InetAddress.getLoopbackAddress(), store));
      lines.add(line);
      Thread.ofVirtual().start(line::answers);
      line.requests();
    } catch (IOException | InterruptedException storeGone) {
      reset(client);
    }
  }

  /// Resets the connection instead of closing it: the other side sees a broken connection.
  private static void reset(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException gone) {
      return;
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    mend();
  }

  /// A connection of Lumina to the store.
  private final class Line {
    private final Socket client;
    private final Socket store;
    private volatile boolean unanswered;
    private int wordsHeard;
    private String lately = "";

    Line(Socket client, Socket store) {
      this.client = client;
      this.store = store;
    }

    void requests() {
      pass(client, store, true);
    }

    void answers() {
      pass(store, client, false);
    }

    private void pass(Socket from, Socket to, boolean requests) {
      try {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        byte[] buffer = new byte[8192];
        long passed = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          waitWhileHanging();
          Thread.sleep(delay);
          passed += read;
          if (passed > longest) {
            struck.incrementAndGet();
            break;
          }
          if (requests ? strikes(new String(buffer, 0, read, ISO_8859_1)) : unanswered) {
            break;
          }
          out.write(buffer, 0, read);
        }
      } catch (IOException | InterruptedException broken) {
        // expected, or the other direction broke
      }
      cut();
    }

    /// Whether the connection breaks before this text is passed on.
    private boolean strikes(String said) {
      Plan now = plan;
      if (ThreadLocalRandom.current().nextDouble() < failing) {
        struck.incrementAndGet();
        return true;
      }
      lately += said.toLowerCase(Locale.ROOT);
      while (wordsHeard < now.words().size() && lately.contains(now.words().get(wordsHeard))) {
        String word = now.words().get(wordsHeard++);
        lately = lately.substring(lately.indexOf(word) + word.length());
        if (wordsHeard == now.words().size()) {
          struck.incrementAndGet();
          unanswered = now.carriedOut();
          if (now.dies()) {
            refuse();
          }
          return !now.carriedOut();
        }
      }
      lately = lately.substring(Math.max(0, lately.length() - LONGEST_WORDS));
      return false;
    }

    void cut() {
      lines.remove(this);
      reset(client);
      reset(store);
    }
  }
}
