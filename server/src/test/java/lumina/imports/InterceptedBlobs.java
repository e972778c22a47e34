package lumina.imports;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import lumina.blob.Blob;
import lumina.blob.BlobStore;
import lumina.blob.NewBlob;

/// A blob store in which something happens before files are stored.
///
/// @param before gets the key of the first of the files
record InterceptedBlobs(BlobStore blobs, Before before) implements BlobStore {
  interface Before {
    void store(String key) throws IOException;
  }

  @Override
  public void put(List<NewBlob> files) throws IOException {
    before.store(files.getFirst().key());
    blobs.put(files);
  }

  @Override
  public Optional<Blob> find(String key) throws IOException {
    return blobs.find(key);
  }

  @Override
  public void delete(Collection<String> keys) throws IOException {
    blobs.delete(keys);
  }
}
