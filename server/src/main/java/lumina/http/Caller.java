package lumina.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// The sender of a request, for rate limits.
///
/// @param knownAs the device or session that identifies this caller; null for an unknown one
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

  /// The address range of one household or office: an IPv4 address, or the first half (/64) of an
  /// IPv6 address, because its users choose the other half.
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
