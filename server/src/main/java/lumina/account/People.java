package lumina.account;

import java.util.Map;
import lumina.access.Blocks;

/// People as one viewer sees them, and whom blocks hide from that viewer under their photos.
///
/// @param byId without those who do not exist
public record People(Map<Long, PersonSummary> byId, Blocks.Hidden hidden) {}
