package lumina.storage.mysql;

import lumina.storage.CloudBackend;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.StaticMethodMatcherPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.transaction.annotation.AnnotationTransactionAttributeSource;
import org.springframework.transaction.interceptor.TransactionAttribute;

/// Adds a [DeadlockRetry] to every transaction that writes.
@Configuration(proxyBeanMethods = false)
@CloudBackend
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
class DeadlockRetries {
  @Bean
  @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
  static Advisor aroundEveryTransaction() {
    DefaultPointcutAdvisor advisor = new DefaultPointcutAdvisor(writing(), new DeadlockRetry());
    advisor.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return advisor;
  }

  private static StaticMethodMatcherPointcut writing() {
    boolean publicOnly = false;
    var transactions = new AnnotationTransactionAttributeSource(publicOnly);
    return new StaticMethodMatcherPointcut() {
      @Override
      public boolean matches(java.lang.reflect.Method method, Class<?> type) {
        TransactionAttribute found = transactions.getTransactionAttribute(method, type);
        return found != null && !found.isReadOnly();
      }
    };
  }
}
