package lumina.move;

/// Lets a backend take in what refers to something that comes later.
interface LooseEnds {
  void allow();
}
