package lumina.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import org.jspecify.annotations.Nullable;

/// An event as a client gets it.
///
/// @param id its number in the log, null for an event that is not kept
/// @param data JSON; in the log it holds only ids, see [EventDetails]
/// @param at milliseconds since 1970
record Event(
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long id,
    String type,
    @JsonRawValue String data,
    long at) {}
