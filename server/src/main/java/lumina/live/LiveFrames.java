package lumina.live;

import lumina.access.Viewer.Person;
import tools.jackson.databind.JsonNode;

/// Handles one type of the frames that clients send over the socket.
public interface LiveFrames {
  /// The `type` of the frames that it handles.
  String type();

  /// @throws IllegalArgumentException if the frame is malformed
  void take(Person from, JsonNode frame);
}
