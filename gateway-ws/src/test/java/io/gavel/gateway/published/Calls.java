package io.gavel.gateway.published;

import io.gavel.gateway.GatewayApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.stereotype.Controller;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** The HTTP calls that the code takes, as {@code GET /api/v1/lots/{}}. */
final class Calls {

    private static final Pattern ALTERNATIVES = Pattern.compile("\\{[^{}:]+:([^{}]+)}");
    private static final Pattern MAPPING =
            Pattern.compile("@(Get|Post|Put|Patch|Delete)Mapping\\(([^)]*)\\)");
    private static final Pattern COMMON =
            Pattern.compile("@RequestMapping\\((?:path = )?\"([^\"]*)\"");
    private static final Pattern TEXT = Pattern.compile("\"(/[^\"]*)\"");

    private Calls() {}

    /** Those of a gateway in demo mode. */
    static Set<String> ofGateway() {
        var demo = new MockEnvironment().withProperty("gavel.demo.signing-key", "there");
        var scanner = new ClassPathScanningCandidateComponentProvider(false, demo);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
        Set<String> calls = new TreeSet<>();
        scanner.findCandidateComponents(GatewayApplication.class.getPackageName())
                .forEach(found -> {
                    Class<?> type =
                            ClassUtils.resolveClassName(
                                    String.valueOf(found.getBeanClassName()), null);
                    for (Method method : type.getDeclaredMethods()) {
                        calls.addAll(of(type, method));
                    }
                });
        return calls;
    }

    /** Those of a service behind, as its source spells them. */
    static Set<String> ofService(String module) {
        Path sources = Path.of("..", module, "src", "main", "java");
        Set<String> calls = new TreeSet<>();
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String source = Files.readString(file);
                Matcher common = COMMON.matcher(source);
                String prefix = common.find() ? common.group(1) : "";
                Matcher mapping = MAPPING.matcher(source);
                while (mapping.find()) {
                    String method = mapping.group(1).toUpperCase(java.util.Locale.ROOT);
                    Matcher path = TEXT.matcher(mapping.group(2));
                    while (path.find()) {
                        calls.add(method + " " + nameless(prefix + path.group(1)));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return calls;
    }

    /** A path without the names of its variables: these may differ. */
    static String nameless(String path) {
        return path.replaceAll("\\{[^{}]*}", "{}");
    }

    private static List<String> of(Class<?> type, Method method) {
        RequestMapping mapping =
                AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
        if (mapping == null) {
            return List.of();
        }
        RequestMapping common =
                AnnotatedElementUtils.findMergedAnnotation(type, RequestMapping.class);
        List<String> calls = new ArrayList<>();
        for (String prefix : common == null ? new String[] {""} : common.path()) {
            for (String path : mapping.path()) {
                for (RequestMethod verb : mapping.method()) {
                    each(prefix + path)
                            .forEach(one -> calls.add(verb.name() + " " + nameless(one)));
                }
            }
        }
        return calls;
    }

    /** One path for each value that a variable such as {@code {act:pause|resume}} may have. */
    private static Stream<String> each(String path) {
        Matcher alternatives = ALTERNATIVES.matcher(path);
        if (!alternatives.find()) {
            return Stream.of(path);
        }
        return Stream.of(alternatives.group(1).split("\\|"))
                .map(one ->
                        path.substring(0, alternatives.start())
                                + one
                                + path.substring(alternatives.end()))
                .flatMap(Calls::each);
    }
}
