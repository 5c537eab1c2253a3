package unrolled.lab;

import java.util.ArrayList;
import java.util.List;
import unrolled.data.Example;
import unrolled.data.Vocabulary;
import unrolled.decode.Speaker;
import unrolled.decode.Text;
import unrolled.decode.WholeSpeaker;
import unrolled.decode.Writer;
import unrolled.preset.Data;
import unrolled.preset.Decoding;
import unrolled.preset.Preset;
import unrolled.tensor.Tensor;

/** What the model of an experiment writes: on from a prime, or as the translation of an example's source. */
final class Author {
    private static final int LONGEST_SENTENCE = 64;

    final Text text;
    private final Preset preset;
    private final Split split;
    private final Speaker speaker;

    Author(Experiment experiment) {
        preset = experiment.preset;
        split = experiment.split;
        speaker = speaker(experiment);
        int V = experiment.vocabulary.size();
        text = new Text(speaker, experiment.vocabulary, preset.data().unit(), experiment.kernels,
                Tensor.matrix(experiment.memory, 1, V), Tensor.matrix(experiment.memory, 1, V));
    }

    /** Whether the model of a preset can write text. */
    static boolean suits(Preset preset) {
        Data data = preset.data().plain();
        return (data instanceof Data.Texts || data instanceof Data.Pairs) && preset.architecture().head() != null;
    }

    /** What the model writes from the prime, or makes of the source of an example. */
    String greedy(Example example) {
        translate(example);
        return text.greedy(prime(example), preset.decoding().length());
    }

    String sampled(Example example, Decoding decoding, int draw) {
        translate(example);
        return text.sample(prime(example), decoding.length(),
                Look.choice(decoding), draw);
    }

    /** What a decoder is to translate from now on. */
    void translate(Example example) {
        if (speaker instanceof WholeSpeaker whole && example.source() > 0) {
            whole.translate(example);
        }
    }

    private Speaker speaker(Experiment experiment) {
        int longest = 1;
        for (Example example : split.all()) {
            longest = Math.max(longest, example.source());
        }
        int steps = longest + 2 + Math.max(LONGEST_SENTENCE, Math.max(preset.decoding().length(), Samples.LENGTH))
                + prime(split.shown().get(0)).size();
        return preset.architecture().decodes()
                ? new WholeSpeaker(experiment.network, preset.state(), steps)
                : new Writer(experiment.network, preset.state());
    }

    /** The share of texts that the model writes from their first symbol, or of sources that it translates. */
    double recites() {
        int right = 0;
        for (Example example : split.train()) {
            right += recites(example) ? 1 : 0;
        }
        return (double) right / split.train().size();
    }

    /** Whether the model writes an example by itself, whatever is likeliest. */
    boolean recites(Example example) {
        return recited(example).equals(wanted(example));
    }

    /** What the model writes by itself, from the first symbol of a text or from a source. */
    String recited(Example example) {
        translate(example);
        List<String> first = example.source() > 0 ? List.of() : symbols(example).subList(0, 1);
        return text.greedy(first, example.steps() + 1);
    }

    /** What it is given to begin with. */
    String firstOf(Example example) {
        return example.source() > 0 ? example.label() : symbols(example).get(0);
    }

    /** What it should write. */
    String wanted(Example example) {
        List<String> symbols = symbols(example);
        return preset.data().unit().join(example.source() > 0 ? symbols : symbols.subList(1, symbols.size()));
    }

    /** The symbols that an example asks for, without those that only mark its ends. */
    static List<String> symbols(Example example) {
        List<String> symbols = new ArrayList<>(example.answers());
        if (!symbols.isEmpty() && symbols.get(symbols.size() - 1).equals(Vocabulary.STOP)) {
            symbols.remove(symbols.size() - 1);
        }
        if (example.source() == 0 && !example.tokens().get(0).equals(Vocabulary.START)) {
            symbols.add(0, example.tokens().get(0));
        }
        return symbols;
    }

    /** What the model is given before it writes. */
    List<String> prime(Example example) {
        return example.source() > 0 ? List.of() : preset.data().unit().split(preset.decoding().prime());
    }
}
