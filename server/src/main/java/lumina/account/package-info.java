/// People: usernames, addresses, and the summary that is shown beside their photos and comments.
@NullMarked
package lumina.account;

import org.jspecify.annotations.NullMarked;
