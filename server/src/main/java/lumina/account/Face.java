package lumina.account;

import org.jspecify.annotations.Nullable;

/// As much of a person as stands beside what they say.
///
/// @param picture the version of their picture, null without one
/// @param hidden whether a block, of either of them, stands between them and the viewer
public record Face(long id, String username, @Nullable String picture, boolean hidden) {}
