package unrolled.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Holds presets to their claims. */
@Command(name = "check", mixinStandardHelpOptions = true,
        description =
                "Run every check of the presets that come with the program, or of those named; exit 1 if one fails.")
final class Check implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", arity = "0..*", description = "A preset that comes with the program, or a file.")
    private List<String> ids = List.of();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Map<String, String> texts = ids.isEmpty() ? Presets.included() : named();
        boolean all = true;
        for (Map.Entry<String, String> preset : texts.entrySet()) {
            all &= check(preset.getKey(), preset.getValue(), out);
            out.flush();
        }
        return all ? 0 : 1;
    }

    private Map<String, String> named() {
        Map<String, String> texts = new LinkedHashMap<>();
        ids.forEach(id -> texts.put(id, Presets.text(id)));
        return texts;
    }

    private static boolean check(String id, String text, PrintWriter out) {
        try {
            Opened opened = Opened.of(id, text);
            opened.checks().forEach(check -> out.println(id + "  " + Table.line(check)));
            if (opened.checks().isEmpty()) {
                out.println(id + "  claims nothing");
            }
            return opened.holds();
        } catch (IllegalStateException e) {
            out.println(id + "  FAILED " + e.getMessage());
            return false;
        }
    }
}
