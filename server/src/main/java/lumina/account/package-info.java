/// People: names, addresses, and what stands beside what they did.
@NullMarked
package lumina.account;

import org.jspecify.annotations.NullMarked;
