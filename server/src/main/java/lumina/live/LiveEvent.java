package lumina.live;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Names a live event that the annotated class sends; the description of the API is made from it.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(LiveEvent.All.class)
public @interface LiveEvent {
  String type();

  /// The type of the `data` that clients get.
  Class<? extends Record> data();

  /// All events of a class.
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.TYPE)
  @interface All {
    LiveEvent[] value();
  }
}
