package unrolled.build;

import com.google.javascript.jscomp.AbstractCommandLineRunner;
import com.google.javascript.jscomp.CheckLevel;
import com.google.javascript.jscomp.CompilationLevel;
import com.google.javascript.jscomp.CompilerOptions;
import com.google.javascript.jscomp.DependencyOptions;
import com.google.javascript.jscomp.DiagnosticGroups;
import com.google.javascript.jscomp.ModuleIdentifier;
import com.google.javascript.jscomp.SourceFile;
import com.google.javascript.jscomp.deps.ModuleLoader.ResolutionMode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Modules to one script: checked by their JSDoc types, minified, only what the entry reaches. */
final class Bundle {
    /**
     * What is there before the bundle runs and the compiler does not know: TeaVM's loader, and names that it has in
     * window alone.
     */
    private static final SourceFile OUTSIDE = SourceFile.fromCode("outside.js", """
            /** @const {?} */ var TeaVM;
            /** @const {!Storage} */ var localStorage;
            /** @const {!Storage} */ var sessionStorage;
            /** @type {number} */ var devicePixelRatio;
            /** @type {number} */ var innerWidth;
            /** @type {number} */ var innerHeight;
            /** @param {string} query @return {!MediaQueryList} */ function matchMedia(query) {}
            """);

    private final Path web;
    private final List<Path> modules;

    Bundle(Path web) throws IOException {
        this.web = web;
        this.modules = Folder.files(web, ".js");
    }

    /**
     * The script that {@code entry}, a path inside web/, becomes.
     *
     * @param generated the text of the module web/generated.js, which is in no folder; empty: there is none
     * @throws IllegalStateException the compiler reported errors; they are on standard error, with file and line
     */
    String script(String entry, String generated) throws IOException {
        List<SourceFile> inputs = new ArrayList<>();
        for (Path module : modules) {
            inputs.add(SourceFile.builder().withPath(module).withOriginalPath("web/" + Folder.name(web, module))
                    .withCharset(StandardCharsets.UTF_8).build());
        }
        if (!generated.isEmpty()) {
            inputs.add(SourceFile.fromCode("web/generated.js", generated));
        }
        List<SourceFile> externs = new ArrayList<>(
                AbstractCommandLineRunner.getBuiltinExterns(CompilerOptions.Environment.BROWSER));
        externs.add(OUTSIDE);
        var compiler = new com.google.javascript.jscomp.Compiler(System.err);      // not java.lang.Compiler
        compiler.disableThreads();
        if (!compiler.compile(externs, inputs, options("web/" + entry)).success) {
            throw new IllegalStateException("web/" + entry
                    + " does not compile: the errors stand above, with file and line");
        }
        return "(()=>{" + compiler.toSource() + "})();\n";
    }

    private static CompilerOptions options(String entry) {
        CompilerOptions options = new CompilerOptions();
        CompilationLevel.SIMPLE_OPTIMIZATIONS.setOptionsForCompilationLevel(options);
        CompilationLevel.SIMPLE_OPTIMIZATIONS.setWrappedOutputOptimizations(options);      // all is inside one function
        options.setLanguageIn(CompilerOptions.LanguageMode.ECMASCRIPT_NEXT);
        options.setLanguageOut(CompilerOptions.LanguageMode.ECMASCRIPT_NEXT);
        options.setModuleResolutionMode(ResolutionMode.BROWSER);
        options.setDependencyOptions(DependencyOptions.pruneForEntryPoints(List.of(ModuleIdentifier.forFile(entry))));
        options.setCheckTypes(true);
        options.setWarningLevel(DiagnosticGroups.CHECK_TYPES, CheckLevel.ERROR);
        options.setWarningLevel(DiagnosticGroups.CHECK_VARIABLES, CheckLevel.ERROR);
        options.setWarningLevel(DiagnosticGroups.MODULE_LOAD, CheckLevel.ERROR);
        // messages and JSON are untyped
        options.setWarningLevel(DiagnosticGroups.MISSING_PROPERTIES, CheckLevel.OFF);
        options.setOutputCharset(StandardCharsets.UTF_8);
        options.setTrustedStrings(true);                                                 // keeps = < > as they are
        return options;
    }
}
