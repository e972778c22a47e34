package lumina.live;

import lumina.access.Viewer.Person;
import tools.jackson.databind.JsonNode;

/// Takes in what clients send over the socket, one kind of frame each.
public interface LiveFrames {
  /// The `type` of the frames it takes.
  String type();

  /// @throws IllegalArgumentException if the frame is not as it must be
  void take(Person from, JsonNode frame);
}
