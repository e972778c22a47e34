package lumina.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Who sends a request, as far as limits care.
///
/// @param knownAs what tells this caller from strangers: a device, a session; null for a stranger
/// @param gone whether the connection has been closed meanwhile
public record Caller(String address, @Nullable String knownAs, BooleanSupplier gone) {
  /// Lumina itself: a command, the demo.
  public static final Caller HERE = new Caller("here", "here", () -> false);

  private static final int HALF_OF_IPV6 = 8;

  public static Caller of(HttpServletRequest request) {
    return new Caller(request.getRemoteAddr(), null, Connection.of(request)::isClosed);
  }

  public Caller as(String known) {
    return new Caller(address, known, gone);
  }

  public boolean isKnown() {
    return knownAs != null;
  }

  /// What one household or office has for itself: an IPv4 address, or the first half (/64) of an
  /// IPv6 address, for the other half is theirs to choose.
  public String network() {
    try {
      InetAddress literal = InetAddress.ofLiteral(address);
      return literal instanceof Inet6Address
          ? HexFormat.of().formatHex(Arrays.copyOf(literal.getAddress(), HALF_OF_IPV6))
          : literal.getHostAddress();
    } catch (IllegalArgumentException noAddress) {
      return address;
    }
  }
}
