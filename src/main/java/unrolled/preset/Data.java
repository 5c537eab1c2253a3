package unrolled.preset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import unrolled.data.Example;
import unrolled.data.Unit;
import unrolled.data.Vocabulary;

/** What an experiment runs on. Of most kinds a part may be held back for testing, and is never trained on. */
public sealed interface Data {

    /** The examples to learn from. */
    List<Example> examples();

    /** Those held back. */
    default List<Example> test() {
        return List.of();
    }

    /** The symbols that go in, or null if the data are numbers. */
    default Vocabulary vocabulary() {
        return null;
    }

    /** The symbols that come out, or null if the data are numbers. */
    default Vocabulary answers() {
        return vocabulary();
    }

    /** Numbers that go in at every step. */
    default int inputSize() {
        return vocabulary().size();
    }

    /** What one symbol is. */
    default Unit unit() {
        return Unit.WORD;
    }

    /** Data of symbols, which the preset lists or which are those of the texts. */
    sealed interface OfSymbols extends Data {
        List<String> symbols();

        @Override
        default Vocabulary vocabulary() {
            return new Vocabulary(symbols());
        }
    }

    /** Data of many items of one kind, of which some may be held back. */
    sealed interface OfItems<T> extends Data {
        List<T> items();

        List<T> held();

        /** The example that an item is. */
        Function<T, Example> example();

        @Override
        default List<Example> examples() {
            return made(items());
        }

        @Override
        default List<Example> test() {
            return made(held());
        }

        private List<Example> made(List<T> some) {
            Function<T, Example> example = example();
            List<Example> examples = new ArrayList<>();
            some.forEach(item -> examples.add(example.apply(item)));
            return examples;
        }
    }

    /**
     * Texts to be predicted symbol by symbol; of texts in words, also where they begin and end.
     *
     * @param unknownBelow a word that is there less often is unknown; of no meaning for characters
     */
    record Texts(List<String> items, List<String> held, Unit unit, int unknownBelow, List<String> symbols)
            implements OfSymbols, OfItems<String> {
        /** The symbols of a text as the model runs through them. */
        public List<String> run(String text) {
            List<String> symbols = new ArrayList<>(unit.split(text));
            if (unit == Unit.WORD) {
                symbols.add(0, Vocabulary.START);
                symbols.add(Vocabulary.STOP);
            }
            return symbols;
        }

        @Override
        public Function<String, Example> example() {
            Vocabulary vocabulary = vocabulary();
            return text -> Example.ofText(text, vocabulary, known(vocabulary, run(text)));
        }
    }

    /** One sequence of symbols, one-hot; {@code target} holds a symbol for each counted step, or is null. */
    record Tokens(List<String> tokens, List<String> symbols, List<String> target) implements OfSymbols {
        @Override
        public List<Example> examples() {
            return List.of(Example.ofSymbols(String.join(" ", tokens), vocabulary(), tokens, target));
        }
    }

    /** One sequence of numbers, a row a step; {@code targets} holds a row for each counted step, or is null. */
    record Numbers(double[][] inputs, double[][] targets) implements Data {
        @Override
        public List<Example> examples() {
            return List.of(Example.ofNumbers("", inputs, targets));
        }

        @Override
        public int inputSize() {
            return inputs[0].length;
        }
    }

    /** Several sequences of numbers with their targets. */
    record Sequences(List<Numbers> sequences, List<Numbers> held) implements Data {
        @Override
        public List<Example> examples() {
            return examples(sequences, 1);
        }

        @Override
        public List<Example> test() {
            return examples(held, sequences.size() + 1);
        }

        private static List<Example> examples(List<Numbers> some, int first) {
            List<Example> examples = new ArrayList<>();
            for (Numbers numbers : some) {
                examples.add(Example.ofNumbers("sequence " + (first + examples.size()), numbers.inputs(),
                        numbers.targets()));
            }
            return examples;
        }

        @Override
        public int inputSize() {
            return sequences.get(0).inputSize();
        }
    }

    /** A text and what is to be said of it: one label, or a tag for each symbol, or another text. */
    record Pair(String text, String answer) { }

    /**
     * Texts with one label each.
     *
     * @param padTo how long all are made by padding; 0 for no padding
     * @param mask  whether padding is left out of the run; otherwise it is read as any symbol
     */
    record Labelled(List<Pair> items, List<Pair> held, Unit unit, int padTo, boolean mask, List<String> symbols,
            List<String> labels) implements OfSymbols, OfItems<Pair> {
        @Override
        public Vocabulary answers() {
            return new Vocabulary(labels);
        }

        @Override
        public Function<Pair, Example> example() {
            Vocabulary vocabulary = vocabulary();
            Vocabulary kinds = answers();
            return pair -> {
                List<String> tokens = known(vocabulary, unit.split(pair.text()));
                int missing = Math.max(0, padTo - tokens.size());
                for (int i = 0; !mask && i < missing; i++) {
                    tokens.add(Vocabulary.PAD);
                }
                return Example.ofSymbols(pair.text(), vocabulary, tokens, kinds, List.of(pair.answer()))
                        .padded(mask ? missing : 0);
            };
        }
    }

    /** Sentences with a tag for each word. */
    record Tagged(List<Pair> items, List<Pair> held, int unknownBelow, List<String> symbols, List<String> tags)
            implements OfSymbols, OfItems<Pair> {
        @Override
        public Vocabulary answers() {
            return new Vocabulary(tags);
        }

        @Override
        public Function<Pair, Example> example() {
            Vocabulary vocabulary = vocabulary();
            Vocabulary kinds = answers();
            return pair -> Example.ofSymbols(pair.text(), vocabulary,
                    known(vocabulary, Vocabulary.words(pair.text())), kinds, Vocabulary.words(pair.answer()));
        }
    }

    /** Texts to be turned into other texts, by an encoder and a decoder that share one vocabulary. */
    record Pairs(List<Pair> items, List<Pair> held, Unit unit, List<String> symbols)
            implements OfSymbols, OfItems<Pair> {
        @Override
        public Function<Pair, Example> example() {
            Vocabulary vocabulary = vocabulary();
            return pair -> Example.ofPair(pair.text(), vocabulary, known(vocabulary, unit.split(pair.text())),
                    known(vocabulary, unit.split(pair.answer())));
        }
    }

    /**
     * Data made by a rule.
     *
     * @param settings the numbers of the rule, as the preset writes them
     * @param made     what the rule makes of them
     */
    record Task(String name, Map<String, Double> settings, Data made) implements Data {
        @Override
        public List<Example> examples() {
            return made.examples();
        }

        @Override
        public List<Example> test() {
            return made.test();
        }

        @Override
        public Vocabulary vocabulary() {
            return made.vocabulary();
        }

        @Override
        public Vocabulary answers() {
            return made.answers();
        }

        @Override
        public int inputSize() {
            return made.inputSize();
        }

        @Override
        public Unit unit() {
            return made.unit();
        }
    }

    /** What the data are: of a task, what it makes. */
    default Data plain() {
        return this instanceof Task task ? task.made() : this;
    }

    private static List<String> known(Vocabulary vocabulary, List<String> symbols) {
        List<String> known = new ArrayList<>();
        for (String symbol : symbols) {
            known.add(vocabulary.known(symbol));
        }
        return known;
    }
}
