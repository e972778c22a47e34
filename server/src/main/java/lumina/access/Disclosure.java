package lumina.access;

/// Decides who learns with which camera and where a person's photos were taken: the one rule for
/// every surface. It applies to photos that a viewer may see, see [Visibility].
///
/// @param owner the person
/// @param camera whether others learn the camera
/// @param place whether friends learn the place; nobody else does, ever
public record Disclosure(long owner, boolean camera, boolean place) {
  public boolean ofCamera(Viewer viewer) {
    return viewer.is(owner) || camera;
  }

  /// @param friend whether the viewer is a friend of the owner
  public boolean ofPlace(Viewer viewer, boolean friend) {
    return viewer.is(owner) || (place && friend);
  }
}
