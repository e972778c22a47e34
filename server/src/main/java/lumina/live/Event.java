package lumina.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import org.jspecify.annotations.Nullable;

/// Something a person is told.
///
/// @param id its place in the log, null when it is not kept
/// @param data JSON; in the log it holds ids alone, see [EventDetails]
/// @param at milliseconds since 1970
record Event(
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long id,
    String type,
    @JsonRawValue String data,
    long at) {}
