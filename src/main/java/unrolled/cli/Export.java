package unrolled.cli;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import unrolled.exchange.Csv;
import unrolled.exchange.ModelFile;
import unrolled.exchange.NumpyScript;
import unrolled.exchange.Onnx;
import unrolled.exchange.PytorchScript;
import unrolled.exchange.Solution;
import unrolled.lab.Lab;

/** Writes a model, or what can be said of it, for other tools. */
@Command(name = "export", mixinStandardHelpOptions = true,
        description = "Write a preset or a trained model for other tools: weights, scripts, or its worked solution.")
final class Export implements Callable<Integer> {
    /** What can be written; on the command line in small letters. */
    enum Format {
        SAFETENSORS(ModelFile::write),
        ONNX(Onnx::write),
        PYTORCH(text(PytorchScript::write)),
        NUMPY(text(NumpyScript::write)),
        LATEX(text(Solution::latex)),
        MARKDOWN(text(Solution::markdown)),
        CSV(text(Csv::data));

        private final Function<Lab, byte[]> writer;

        Format(Function<Lab, byte[]> writer) {
            this.writer = writer;
        }

        private static Function<Lab, byte[]> text(Function<Lab, String> writer) {
            return lab -> writer.apply(lab).getBytes(StandardCharsets.UTF_8);
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Format of(String word) {
            for (Format format : values()) {
                if (format.word().equals(word)) {
                    return format;
                }
            }
            throw new BadInput("--to must be one of " + Arrays.stream(values()).map(Format::word)
                    .collect(Collectors.joining(", ")) + ", got " + word);
        }
    }

    @Parameters(paramLabel = "MODEL|ID", description = "A trained model, a preset that comes with the program, or its file.")
    private String model;

    @Option(names = "--to", paramLabel = "FORMAT", required = true,
            description = "safetensors, onnx, pytorch, numpy, latex, markdown or csv.")
    private String to;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "The file to write.")
    private String out;

    @Option(names = "--tensor", paramLabel = "NAME",
            description = "For csv: the tensor to write, as `run` names it; without it, the data.")
    private String tensor;

    @Mixin
    private OfWeights weights;

    @Override
    public Integer call() {
        Format format = Format.of(to);
        if (tensor != null && format != Format.CSV) {
            throw new BadInput("--tensor is for --to csv, got --to " + to);
        }
        Output output = new Output(out);
        Lab lab = Models.open(model, weights);
        byte[] bytes;
        try {
            bytes = tensor == null ? format.writer.apply(lab)
                    : Csv.tensor(lab, tensor).getBytes(StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new BadInput(model + ": " + e.getMessage());
        }
        output.write(bytes);
        return 0;
    }
}
