package lumina.stores;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// A store on a bad day: stands between Lumina and the store, passes on what they say, and does to
/// their connections what networks and dying machines do.
public final class Faults implements AutoCloseable {
  private static final int LONGEST_WORDS = 100;

  private enum Mood {
    PASS,
    REFUSE,
    HANG
  }

  /// What happens to a connection on which these words were said to the store, in this order.
  ///
  /// @param carriedOut whether the last of them reach the store, so that only its answer is lost
  /// @param dies whether the store is gone for everyone from then on
  private record Plan(List<String> words, boolean carriedOut, boolean dies) {}

  private static final Plan NONE = new Plan(List.of(), false, false);

  private final ServerSocket door;
  private final int store;
  private final Set<Line> lines = ConcurrentHashMap.newKeySet();
  private final AtomicInteger struck = new AtomicInteger();
  private volatile Plan plan = NONE;
  private volatile long longest = Long.MAX_VALUE;
  private volatile Mood mood = Mood.PASS;

  private Faults(int store) {
    this.store = store;
    try {
      door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  /// @param store its port on this machine
  public static Faults before(int store) {
    return new Faults(store);
  }

  public int port() {
    return door.getLocalPort();
  }

  /// Every connection breaks, and no other comes about.
  public void refuse() {
    become(Mood.REFUSE);
    lines.forEach(Line::cut);
  }

  /// Connections stay, and are accepted, but nothing is said on them any more.
  public void hang() {
    become(Mood.HANG);
  }

  /// Every connection breaks after so many bytes in one direction.
  public void cutAfter(long bytes) {
    lines.forEach(Line::cut);
    longest = bytes;
  }

  /// The store is gone, for everyone, when somebody has said these words on one connection; the
  /// last of them it did not hear.
  public void dieAt(String... words) {
    plan = new Plan(lower(words), false, true);
  }

  /// Whoever has said these words on one connection is not answered: the store did what it was
  /// asked, but the connection breaks.
  public void loseAnswerTo(String... words) {
    plan = new Plan(lower(words), true, false);
  }

  private static List<String> lower(String... words) {
    return List.of(words).stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
  }

  /// How often a plan was carried out, or a connection was cut after its bytes, until now.
  public int struck() {
    return struck.get();
  }

  public void mend() {
    plan = NONE;
    longest = Long.MAX_VALUE;
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

  /// Not a goodbye: the other side sees a connection that broke.
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

  /// One connection of Lumina to the store.
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
        // as planned, or because the other direction broke
      }
      cut();
    }

    /// Whether the connection breaks before these words are passed on.
    private boolean strikes(String said) {
      Plan now = plan;
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
