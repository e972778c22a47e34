package lumina;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/// A test against one running server. All such tests share it, several at the same time; each signs
/// up its own people. One that counts or damages what all share is `@Isolated`.
///
/// Such a test expects the same of every backend; `bin/test cloud` runs it on the other one, unless
/// stores make no difference to what it shows (tag `local`).
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("server")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = FreshData.class)
public @interface ServerTest {}
