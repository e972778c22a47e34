package lumina.storage;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/// Marks beans that exist only with `STORAGE_BACKEND=local`: SQLite and files under `LUMINA_DATA`.
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnProperty(name = "storage.backend", havingValue = "local")
public @interface LocalBackend {}
