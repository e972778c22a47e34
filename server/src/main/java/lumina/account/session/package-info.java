/// Authentication: sessions, devices and the security rules of the server.
@NullMarked
package lumina.account.session;

import org.jspecify.annotations.NullMarked;
