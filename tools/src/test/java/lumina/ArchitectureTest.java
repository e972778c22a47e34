package lumina;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Conditional;
import org.springframework.web.bind.annotation.RestController;

/// Checks the rules of STYLE.md about structure.
@AnalyzeClasses(packagesOf = Lumina.class, importOptions = MainClasses.class)
class ArchitectureTest {
  @ArchTest static final ArchTests DRAWING = ArchTests.in(Drawing.class);

  @ArchTest
  static final ArchRule packages_do_not_depend_on_each_other_in_circles =
      slices().matching("lumina.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule controllers_are_nobody_elses =
      classes().that().areAnnotatedWith(RestController.class).should().bePackagePrivate();

  @ArchTest
  static final ArchRule names_say_what_a_thing_is =
      noClasses()
          .should()
          .haveNameMatching(".*(Service|Manager|Impl|Utils?|Helper|DTO|Dto|Base|Common)")
          .because("such names say nothing");

  @ArchTest
  static final ArchRule only_adapters_and_storage_know_the_cloud =
      noClasses()
          .that()
          .haveSimpleNameNotStartingWith("Dynamo")
          .and()
          .haveSimpleNameNotStartingWith("S3")
          .and()
          .resideOutsideOfPackage("lumina.storage..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("software.amazon..");

  @ArchTest
  static final ArchRule only_storage_knows_the_database_product =
      noClasses()
          .that()
          .resideOutsideOfPackage("lumina.storage..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.sqlite..", "com.zaxxer..");

  @ArchTest
  static final ArchRule only_media_calls_native_code =
      noClasses()
          .that()
          .resideOutsideOfPackage("lumina.media..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.lang.foreign..");

  @ArchTest
  static final ArchRule beans_depend_on_no_settings_but_those_that_prepared_beans_knows =
      classes()
          .that()
          .areAnnotatedWith(ConditionalOnProperty.class)
          .or()
          .areAnnotatedWith(ConditionalOnBooleanProperty.class)
          .or()
          .areAnnotatedWith(ConditionalOnExpression.class)
          .should()
          .haveNameMatching(
              "lumina\\.demo\\..*"
                  + "|.*\\.(LocalBackend|CloudBackend|WithRedis|WithoutRedis|Place|DynamoStart)")
          .because("the beans of the usual start are found when Lumina is built");

  @ArchTest
  static final ArchRule conditions_are_on_classes =
      noMethods()
          .should()
          .beMetaAnnotatedWith(Conditional.class)
          .because("the rule about settings looks at classes");

  @ArchTest
  static void a_package_is_seen_at_a_glance(JavaClasses classes) {
    Map<String, Long> files =
        classes.stream()
            .filter(type -> type.isTopLevelClass() || type.getSimpleName().equals("package-info"))
            .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));

    assertThat(files)
        .allSatisfy((name, count) -> assertThat(count).as(name).isLessThanOrEqualTo(20));
  }
}
