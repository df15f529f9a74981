package io.gavel.settings;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Looks at the settings once it is known which there are, before anything else is made of them;
 * what is unknown or misplaced ends the start with {@link RefusedSettings}.
 */
final class SettingsGuard implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** A run that ends before anything starts, for an AOT cache, in whatever environment builds. */
    private static final String TRAINING = "spring.context.exit";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        if (environment.containsProperty(TRAINING)) {
            return;
        }
        context.addBeanFactoryPostProcessor(
                beans -> check(new GivenSettings(environment.getPropertySources()), known(beans)));
    }

    static void check(GivenSettings given, KnownSettings known) {
        List<String> sentences =
                Stream.concat(
                                UnknownSettings.among(given, known),
                                MisplacedSecrets.among(given, known))
                        .distinct()
                        .sorted()
                        .toList();
        if (!sentences.isEmpty()) {
            throw new RefusedSettings(sentences);
        }
    }

    private static KnownSettings known(ConfigurableListableBeanFactory beans) {
        return KnownSettings.of(
                Arrays.stream(beans.getBeanDefinitionNames())
                        .map(beans::getBeanDefinition)
                        .flatMap(SettingsGuard::type)
                        .toList());
    }

    /** Of a properties record it is known; it is for others that it may not be. */
    private static Stream<Class<?>> type(BeanDefinition bean) {
        return bean instanceof AbstractBeanDefinition known && known.hasBeanClass()
                ? Stream.of(known.getBeanClass())
                : Stream.empty();
    }
}
