package unrolled;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The packages as the design draws them: left imports right, and what stands to the right of that. */
class ArchitectureTest {
    private static final Map<String, Set<String>> IMPORTS = Map.ofEntries(
            entry("tensor", Set.of()),
            entry("nn", Set.of("tensor")),
            entry("optim", Set.of("tensor", "nn")),
            entry("data", Set.of("tensor")),
            entry("model", Set.of("tensor", "nn", "data")),
            entry("decode", Set.of("model")),
            entry("train", Set.of("optim", "decode")),
            entry("trace", Set.of("nn", "model")),
            entry("explain", Set.of("trace")),
            entry("preset", Set.of("train", "explain")),
            entry("lab", Set.of("preset")),
            entry("exchange", Set.of("lab")),
            entry("wasm", Set.of("exchange")),
            entry("cli", Set.of("exchange", "server")),
            entry("server", Set.of()),
            entry("build", Set.of("server")));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("unrolled");

    private static Set<String> packages() {
        return IMPORTS.keySet();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("packages")
    void aPackageImportsOnlyWhatStandsToItsRight(String name) {
        Set<String> allowed = reachable(name);
        noClasses().that(areIn(name)).should().dependOnClassesThat(new DescribedPredicate<>("are in none of " + allowed) {
            @Override
            public boolean test(JavaClass other) {
                return other.getPackageName().startsWith("unrolled") && !allowed.contains(part(other));
            }
        }).allowEmptyShould(true).check(CLASSES);
    }

    @Test
    void everyPackageIsInTheDiagram() {
        Set<String> found = CLASSES.stream().map(ArchitectureTest::part).collect(Collectors.toCollection(TreeSet::new));
        found.removeAll(IMPORTS.keySet());
        assertEquals(Set.of(), found, "packages that the diagram does not know");
    }

    @ParameterizedTest(name = "{0} only in {1}")
    @CsvSource({
        "org.teavm.., wasm",
        "org.eclipse.jetty.., server",
        "picocli.., cli",
        "com.google.javascript.., build",
        "com.dylibso.., build",
        "com.eclipsesource.json.., preset explain lab exchange cli wasm build"})
    void aLibraryStaysWhereItBelongs(String library, String homes) {
        noClasses().that(DescribedPredicate.not(areIn(homes.split(" "))))
                .should().dependOnClassesThat().resideInAPackage(library).check(CLASSES);
    }

    private static Set<String> reachable(String name) {
        Set<String> all = new TreeSet<>(Set.of(name));
        for (String next : IMPORTS.get(name)) {
            all.addAll(reachable(next));
        }
        return all;
    }

    private static DescribedPredicate<JavaClass> areIn(String... names) {
        Set<String> wanted = Set.of(names);
        return DescribedPredicate.describe("are in " + wanted, c -> wanted.contains(part(c)));
    }

    /** The first package below unrolled: the part of the design that a class belongs to. */
    private static String part(JavaClass c) {
        String[] path = c.getPackageName().split("\\.");
        return path.length > 1 ? path[1] : "";
    }
}
