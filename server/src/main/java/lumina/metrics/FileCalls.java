package lumina.metrics;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import lumina.blob.BlobStore;
import lumina.storage.LocalBackend;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/// Times the calls of the image files in the data folder. Those of S3 are timed in its client.
@Component
@LocalBackend
class FileCalls implements BeanPostProcessor {
  private final ObjectProvider<Metrics> metrics;

  FileCalls(ObjectProvider<Metrics> metrics) {
    this.metrics = metrics;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof BlobStore files
        ? Metrics.registryOf(metrics)
            .map(registry -> timed(files, new StoreCalls(registry, "files")))
            .orElse(files)
        : bean;
  }

  private static BlobStore timed(BlobStore files, StoreCalls calls) {
    return (BlobStore)
        Proxy.newProxyInstance(
            BlobStore.class.getClassLoader(),
            new Class<?>[] {BlobStore.class},
            (proxy, method, arguments) -> call(files, calls, method, arguments));
  }

  private static @Nullable Object call(
      BlobStore files, StoreCalls calls, Method method, Object @Nullable [] arguments)
      throws Throwable {
    long begin = System.nanoTime();
    boolean failed = true;
    try {
      Object result = method.invoke(files, arguments);
      failed = false;
      return result;
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    } finally {
      calls.record(method.getName(), failed, System.nanoTime() - begin);
    }
  }
}
