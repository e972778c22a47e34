package lumina.imports;

/// How many files came to which end.
///
/// @param noFile descriptions of photos that are not there
record ImportCounts(long added, long hereAlready, long notRead, long noFile) {}
