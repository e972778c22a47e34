package lumina.live;

/// The place of an event among all events of one person: the numbers of events so far for
/// everybody, and for this person. Clients see both as one number, which only grows and fits into a
/// JavaScript number.
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
