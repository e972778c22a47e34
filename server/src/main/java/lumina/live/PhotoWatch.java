package lumina.live;

import lumina.account.Viewer;

/// Knows who may see a photo that they have open.
public interface PhotoWatch {
  boolean sees(Viewer viewer, String photoId);
}
