package lumina.live;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that people are about to be told.
///
/// @param data JSON
/// @param once names the deed: nobody is told of it again under the same name
record News(List<Long> people, String type, String data, @Nullable String once) {}
