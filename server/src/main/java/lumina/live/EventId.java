package lumina.live;

/// The place of an event among all that one person is told: how many were told to everybody, and
/// how many to that person. Clients see it as one number, which only grows and which JavaScript can
/// hold.
///
/// @param everyone less than 2²⁶
/// @param person less than 2²⁷
record EventId(long everyone, long person) {
  private static final int PERSON_BITS = 27;

  static EventId of(long number) {
    return new EventId(number >> PERSON_BITS, number & ((1L << PERSON_BITS) - 1));
  }

  long number() {
    return everyone << PERSON_BITS | person;
  }
}
