package unrolled.preset;

import static unrolled.preset.Values.require;

import com.eclipsesource.json.JsonArray;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import unrolled.data.Unit;
import unrolled.data.Vocabulary;

/** Reads {@code data}: one of its kinds. */
final class DataReader {
    private static final List<String> KINDS = List.of("texts", "tokens", "inputs", "sequences", "labelled", "tagged",
            "pairs", "task");
    private static final int MOST_ITEMS = 2000;
    // what one stage can show; a text that is longer is trained and shown in pieces
    static final int MOST_STEPS = 256;
    private static final int MOST_SYMBOLS = 20_000;
    private static final int MOST_VOCABULARY = 2048;
    private static final int MOST_INPUTS = 64;

    private DataReader() { }

    static Data read(Fields fields) {
        List<String> kinds = new ArrayList<>();
        for (String kind : KINDS) {
            if (fields.has(kind)) {
                kinds.add(kind);
            }
        }
        require(kinds.size() == 1, "data must hold one of " + String.join(", ", KINDS) + ", got "
                + (kinds.isEmpty() ? "none" : String.join(" and ", kinds)) + " of them");
        Data data = switch (kinds.get(0)) {
            case "texts" -> texts(fields);
            case "tokens" -> tokens(fields);
            case "inputs" -> numbers(fields);
            case "sequences" -> sequences(fields);
            case "labelled" -> labelled(fields);
            case "tagged" -> tagged(fields);
            case "pairs" -> pairs(fields);
            default -> TaskReader.read(new Fields(fields.get("task"), fields.at("task")));
        };
        fields.close();
        return data;
    }

    private static Data texts(Fields fields) {
        Unit unit = unit(fields);
        List<String> texts = some(fields.strings("texts"), fields.at("texts"));
        int least = unit == Unit.CHAR ? 2 : 1;
        requireLengths(texts, unit, least, MOST_SYMBOLS, fields.at("texts"));
        List<String> held = fields.strings("test");
        requireLengths(held, unit, least, MOST_SYMBOLS, fields.at("test"));
        int unknownBelow = unknownBelow(fields);
        List<String> special = unit == Unit.CHAR ? List.of()
                : List.of(Vocabulary.START, Vocabulary.STOP, Vocabulary.UNKNOWN);
        List<String> vocabulary = fields.has("vocabulary") ? vocabulary(fields, "vocabulary")
                : bounded(Vocabulary.of(split(texts, unit), unit == Unit.CHAR ? 1 : unknownBelow, special), fields);
        if (unit == Unit.CHAR) {
            requireKnown(texts, unit, vocabulary, fields.at("texts"));
            requireKnown(held, unit, vocabulary, fields.at("test"));
        } else {
            requireSpecial(vocabulary, special, fields.at("vocabulary"));
        }
        return new Data.Texts(texts, held, unit, unknownBelow, vocabulary);
    }

    private static Data tokens(Fields fields) {
        List<String> tokens = fields.strings("tokens");
        require(!tokens.isEmpty() && tokens.size() <= MOST_STEPS, fields.at("tokens") + " must hold 1.."
                + MOST_STEPS + " symbols, got " + tokens.size());
        fields.required("vocabulary");
        List<String> vocabulary = vocabulary(fields, "vocabulary");
        requireKnown(tokens, vocabulary, fields.at("tokens"));
        List<String> target = fields.has("target") ? fields.strings("target") : null;
        if (target != null) {
            requireKnown(target, vocabulary, fields.at("target"));
        }
        return new Data.Tokens(tokens, vocabulary, target);
    }

    private static Data.Numbers numbers(Fields fields) {
        double[][] inputs = Values.rows(fields.required("inputs"), fields.at("inputs"));
        require(inputs.length >= 1 && inputs.length <= MOST_STEPS, fields.at("inputs") + " must hold 1.."
                + MOST_STEPS + " rows, got " + inputs.length);
        require(inputs[0].length <= MOST_INPUTS, fields.at("inputs") + " must have 1.." + MOST_INPUTS
                + " numbers a row, got " + inputs[0].length);
        return new Data.Numbers(inputs, fields.has("targets")
                ? Values.rows(fields.get("targets"), fields.at("targets")) : null);
    }

    private static Data sequences(Fields fields) {
        List<Data.Numbers> sequences = some(sequences(fields, "sequences"), fields.at("sequences"));
        List<Data.Numbers> held = sequences(fields, "test");
        Data.Numbers first = sequences.get(0);
        requireAlike(sequences, first, fields.at("sequences"));
        requireAlike(held, first, fields.at("test"));
        return new Data.Sequences(sequences, held);
    }

    private static List<Data.Numbers> sequences(Fields fields, String name) {
        List<Data.Numbers> sequences = new ArrayList<>();
        for (Fields sequence : fields.objects(name)) {
            sequences.add(numbers(sequence));
            sequence.close();
        }
        return sequences;
    }

    private static void requireAlike(List<Data.Numbers> sequences, Data.Numbers first, String at) {
        for (int i = 0; i < sequences.size(); i++) {
            Data.Numbers one = sequences.get(i);
            require(one.inputs()[0].length == first.inputs()[0].length && targetWidth(one) == targetWidth(first),
                    at + "[" + i + "] must have " + first.inputs()[0].length + " inputs and " + targetWidth(first)
                            + " targets a step as the first, got " + one.inputs()[0].length + " and "
                            + targetWidth(one));
        }
    }

    private static int targetWidth(Data.Numbers numbers) {
        return numbers.targets() == null ? 0 : numbers.targets()[0].length;
    }

    private static Data labelled(Fields fields) {
        Unit unit = unit(fields);
        List<Data.Pair> sentences = some(pairs(fields, "labelled", "text", "label"), fields.at("labelled"));
        List<Data.Pair> held = pairs(fields, "test", "text", "label");
        int padTo = fields.integer("padTo", 0, 0, MOST_STEPS);
        boolean mask = fields.bool("mask", true);
        int longest = padTo > 0 ? padTo : MOST_STEPS;
        requireLengths(texts(sentences), unit, 1, longest, fields.at("labelled"));
        requireLengths(texts(held), unit, 1, longest, fields.at("test"));
        List<String> special = padTo > 0 ? List.of(Vocabulary.PAD, Vocabulary.UNKNOWN) : List.of(Vocabulary.UNKNOWN);
        List<String> symbols = bounded(Vocabulary.of(split(texts(sentences), unit), 1, special), fields);
        Set<String> labels = new LinkedHashSet<>(answers(sentences));
        labels.addAll(answers(held));
        return new Data.Labelled(sentences, held, unit, padTo, mask, symbols, List.copyOf(labels));
    }

    private static Data tagged(Fields fields) {
        List<Data.Pair> sentences = some(pairs(fields, "tagged", "words", "tags"), fields.at("tagged"));
        List<Data.Pair> held = pairs(fields, "test", "words", "tags");
        int unknownBelow = unknownBelow(fields);
        requireTags(sentences, fields.at("tagged"));
        requireTags(held, fields.at("test"));
        List<String> symbols = bounded(Vocabulary.of(split(texts(sentences), Unit.WORD), unknownBelow,
                List.of(Vocabulary.UNKNOWN)), fields);
        List<String> tags = Vocabulary.of(split(answers(sentences), Unit.WORD), 1, List.of());
        for (int i = 0; i < held.size(); i++) {
            requireKnown(Vocabulary.words(held.get(i).answer()), tags, fields.at("test") + "[" + i + "].tags");
        }
        return new Data.Tagged(sentences, held, unknownBelow, symbols, tags);
    }

    private static void requireTags(List<Data.Pair> sentences, String at) {
        requireLengths(texts(sentences), Unit.WORD, 1, MOST_STEPS, at);
        for (int i = 0; i < sentences.size(); i++) {
            int words = Vocabulary.words(sentences.get(i).text()).size();
            int tags = Vocabulary.words(sentences.get(i).answer()).size();
            require(words == tags, at + "[" + i + "].tags must hold a tag for each of " + words + " words, got "
                    + tags);
        }
    }

    private static Data pairs(Fields fields) {
        Unit unit = unit(fields);
        List<Data.Pair> pairs = some(pairs(fields, "pairs"), fields.at("pairs"));
        List<Data.Pair> held = pairs(fields, "test");
        for (List<Data.Pair> some : List.of(pairs, held)) {
            String at = some == pairs ? fields.at("pairs") : fields.at("test");
            requireLengths(texts(some), unit, 1, MOST_STEPS / 4, at);
            requireLengths(answers(some), unit, 0, MOST_STEPS / 4, at);
        }
        List<String> all = new ArrayList<>(texts(pairs));
        all.addAll(answers(pairs));
        List<String> symbols = bounded(Vocabulary.of(split(all, unit), 1,
                List.of(Vocabulary.START, Vocabulary.STOP, Vocabulary.UNKNOWN)), fields);
        return new Data.Pairs(pairs, held, unit, symbols);
    }

    private static List<Data.Pair> pairs(Fields fields, String name) {
        List<Data.Pair> pairs = new ArrayList<>();
        if (fields.has(name)) {
            JsonArray array = Values.array(fields.get(name), fields.at(name));
            for (int i = 0; i < array.size(); i++) {
                String at = fields.at(name) + "[" + i + "]";
                JsonArray pair = Values.array(array.get(i), at);
                require(pair.size() == 2, at + " must hold a text and what becomes of it, got " + pair.size()
                        + " texts");
                pairs.add(new Data.Pair(Values.string(pair.get(0), at + "[0]"), Values.string(pair.get(1), at
                        + "[1]")));
            }
        }
        return pairs;
    }

    private static List<Data.Pair> pairs(Fields fields, String name, String text, String answer) {
        List<Data.Pair> pairs = new ArrayList<>();
        for (Fields pair : fields.objects(name)) {
            pairs.add(new Data.Pair(Values.string(pair.required(text), pair.at(text)),
                    Values.string(pair.required(answer), pair.at(answer))));
            require(!pairs.get(pairs.size() - 1).answer().isEmpty(), pair.at(answer) + " must not be empty");
            pair.close();
        }
        return pairs;
    }

    private static List<String> texts(List<Data.Pair> pairs) {
        List<String> texts = new ArrayList<>();
        pairs.forEach(pair -> texts.add(pair.text()));
        return texts;
    }

    private static List<String> answers(List<Data.Pair> pairs) {
        List<String> answers = new ArrayList<>();
        pairs.forEach(pair -> answers.add(pair.answer()));
        return answers;
    }

    private static List<List<String>> split(List<String> texts, Unit unit) {
        List<List<String>> split = new ArrayList<>();
        texts.forEach(text -> split.add(unit.split(text)));
        return split;
    }

    private static Unit unit(Fields fields) {
        return Unit.valueOf(fields.word("unit", "char", "char", "word").toUpperCase());
    }

    private static int unknownBelow(Fields fields) {
        return fields.integer("unknownBelow", 1, 1, 1000);
    }

    private static <T> List<T> some(List<T> items, String at) {
        require(!items.isEmpty() && items.size() <= MOST_ITEMS, at + " must hold 1.." + MOST_ITEMS + " of them, got "
                + items.size());
        return items;
    }

    private static void requireLengths(List<String> texts, Unit unit, int least, int most, String at) {
        for (int i = 0; i < texts.size(); i++) {
            int size = unit.split(texts.get(i)).size();
            require(size >= least && size <= most, at + "[" + i + "] must have " + least + ".." + most + " "
                    + (unit == Unit.CHAR ? "symbols" : "words") + ", got " + size + " (\"" + Values.shown(texts.get(i))
                    + "\")");
        }
    }

    private static List<String> vocabulary(Fields fields, String name) {
        List<String> vocabulary = bounded(fields.strings(name), fields);
        try {
            new Vocabulary(vocabulary);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(fields.at(name) + ": " + e.getMessage());
        }
        return vocabulary;
    }

    private static List<String> bounded(List<String> vocabulary, Fields fields) {
        require(!vocabulary.isEmpty() && vocabulary.size() <= MOST_VOCABULARY,
                fields.at("vocabulary") + " must hold 1.." + MOST_VOCABULARY + " symbols, got " + vocabulary.size());
        return vocabulary;
    }

    private static void requireSpecial(List<String> vocabulary, List<String> special, String at) {
        require(vocabulary.containsAll(special), at + " must hold " + String.join(" ", special)
                + " where the symbols are words");
    }

    private static void requireKnown(List<String> texts, Unit unit, List<String> vocabulary, String at) {
        for (int i = 0; i < texts.size(); i++) {
            requireKnown(unit.split(texts.get(i)), vocabulary, at + "[" + i + "]");
        }
    }

    private static void requireKnown(List<String> symbols, List<String> vocabulary, String at) {
        Set<String> known = new LinkedHashSet<>(vocabulary);
        for (int i = 0; i < symbols.size(); i++) {
            require(known.contains(symbols.get(i)), at + " must be made of the vocabulary, got \""
                    + symbols.get(i) + "\" at position " + (i + 1));
        }
    }
}
