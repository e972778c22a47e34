package lumina.storage;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/// Marks beans that exist only with `STORAGE_BACKEND=dynamodb`: MySQL, DynamoDB and S3.
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnProperty(name = "storage.backend", havingValue = "dynamodb")
public @interface CloudBackend {}
