package lumina.storage;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;

/// Marks beans that exist only without a Redis, when there is only one instance.
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnExpression("environment.getProperty('lumina.redis-url', '').isEmpty()")
public @interface WithoutRedis {}
