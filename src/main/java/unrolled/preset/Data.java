package unrolled.preset;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import unrolled.data.Example;
import unrolled.data.Vocabulary;

/** What an experiment runs on. */
public sealed interface Data {

    /** Texts to be predicted symbol by symbol. */
    record Texts(List<String> texts, List<String> symbols) implements Data { }

    /** One sequence of symbols, one-hot; {@code target} holds a symbol for each counted step, or is null. */
    record Tokens(List<String> tokens, List<String> symbols, List<String> target) implements Data { }

    /** One sequence of numbers, a row a step; {@code targets} holds a row for each counted step, or is null. */
    record Numbers(double[][] inputs, double[][] targets) implements Data { }

    /** The symbols, or null if the data are numbers. */
    default Vocabulary vocabulary() {
        if (this instanceof Texts texts) {
            return new Vocabulary(texts.symbols());
        }
        return this instanceof Tokens tokens ? new Vocabulary(tokens.symbols()) : null;
    }

    default List<Example> examples() {
        if (this instanceof Numbers numbers) {
            return List.of(Example.ofNumbers(numbers.inputs(), numbers.targets()));
        } else if (this instanceof Tokens tokens) {
            return List.of(Example.ofSymbols(String.join(" ", tokens.tokens()), vocabulary(), tokens.tokens(),
                    tokens.target()));
        }
        Vocabulary vocabulary = vocabulary();
        List<Example> examples = new ArrayList<>();
        for (String text : ((Texts) this).texts()) {
            examples.add(Example.ofText(vocabulary, text));
        }
        return examples;
    }

    /** Numbers that go in at every step. */
    default int inputSize() {
        return this instanceof Numbers numbers ? numbers.inputs()[0].length : vocabulary().size();
    }

    /** The symbols of some texts in order of appearance. */
    static List<String> symbolsOf(List<String> texts) {
        Set<String> symbols = new LinkedHashSet<>();
        for (String text : texts) {
            symbols.addAll(Vocabulary.codePoints(text));
        }
        return new ArrayList<>(symbols);
    }
}
