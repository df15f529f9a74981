package io.gavel.testkit.settings;

import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** What the Javadoc of records says of their components, read from their source. */
final class SourceDocs {
    private final Path root;
    private final Map<Path, Map<String, String>> read = new HashMap<>();

    SourceDocs(Path root) {
        this.root = root;
    }

    /**
     * What {@code @param} says, in Markdown.
     *
     * @throws IllegalStateException if it says nothing
     */
    String of(RecordComponent component) {
        Class<?> type = component.getDeclaringRecord();
        Path file = root.resolve(outermost(type).getName().replace('.', '/') + ".java");
        String key = type.getSimpleName() + "." + component.getName();
        String said = read.computeIfAbsent(file, SourceDocs::read).get(key);
        if (said == null) {
            throw new IllegalStateException(key + " has no @param (expected: one in " + file + ")");
        }
        return said;
    }

    private static Class<?> outermost(Class<?> type) {
        Class<?> around = type.getEnclosingClass();
        return around == null ? type : outermost(around);
    }

    private static Map<String, String> read(Path file) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task =
                    (JavacTask)
                            compiler.getTask(
                                    null,
                                    files,
                                    null,
                                    List.of("-proc:none"),
                                    null,
                                    files.getJavaFileObjects(file));
            Map<String, String> said = new HashMap<>();
            for (CompilationUnitTree unit : task.parse()) {
                new Params(DocTrees.instance(task), said).scan(unit, null);
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Params extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private final DocTrees docs;
        private final Map<String, String> said;

        Params(DocTrees docs, Map<String, String> said) {
            this.docs = docs;
            this.said = said;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
            var doc = docs.getDocCommentTree(getCurrentPath());
            if (doc != null) {
                doc.getBlockTags().stream()
                        .filter(ParamTree.class::isInstance)
                        .map(ParamTree.class::cast)
                        .forEach(tag ->
                                said.put(
                                        type.getSimpleName() + "." + tag.getName(),
                                        markdown(tag.getDescription())));
            }
            return super.visitClass(type, null);
        }

        private static String markdown(List<? extends DocTree> text) {
            return text.stream()
                    .map(part ->
                            switch (part) {
                                case LiteralTree code ->
                                        "`" + code.getBody().getBody().strip() + "`";
                                case TextTree words -> words.getBody();
                                case LinkTree link -> "`" + link.getReference() + "`";
                                default -> part.toString();
                            })
                    .collect(Collectors.joining());
        }
    }
}
