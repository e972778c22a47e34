package lumina.blob;

import java.nio.file.Path;

/// A file to store under a key.
public record NewBlob(String key, Path file, String mediaType) {}
