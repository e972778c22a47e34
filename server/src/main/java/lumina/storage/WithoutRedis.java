package lumina.storage;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;

/// Marks what exists only where no Redis is given: there is one instance.
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnExpression("environment.getProperty('lumina.redis-url', '').isEmpty()")
public @interface WithoutRedis {}
