package lumina.storage;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;

/// Marks beans that exist only with a Redis (`REDIS_URL`), on either backend.
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnExpression("!environment.getProperty('lumina.redis-url', '').isEmpty()")
public @interface WithRedis {}
