package unrolled.preset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import unrolled.data.Clue;
import unrolled.data.Recall;
import unrolled.data.Regression;
import unrolled.data.Reverse;
import unrolled.data.RightContext;
import unrolled.data.Sample;
import unrolled.data.Samples;
import unrolled.data.Series;
import unrolled.data.Unit;
import unrolled.data.Vocabulary;
import unrolled.tensor.Rng;

/** Reads {@code data.task}: the name of a rule and its numbers; gives what the rule makes of them. */
final class TaskReader {
    private static final int MOST_COUNT = 1000;

    private final Fields fields;
    private final Map<String, Double> settings = new LinkedHashMap<>();

    private TaskReader(Fields fields) {
        this.fields = fields;
    }

    static Data read(Fields fields) {
        String name = fields.word("name", "", "recall", "clue", "rightContext", "reverse", "regression");
        TaskReader reader = new TaskReader(fields);
        Data made;
        try {
            made = reader.make(name);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(e.getMessage().startsWith(fields.at("")) ? e.getMessage()
                    : fields.at("") + e.getMessage());
        }
        fields.close();
        return new Data.Task(name, reader.settings, made);
    }

    private Data make(String name) {
        Rng rng = new Rng(integer("seed", 1, 0, Integer.MAX_VALUE));
        return switch (name) {
            case "recall" -> labelled(Recall.samples(integer("symbols", 3, 2, 10), integer("distractors", 8, 0, 100),
                    count(60), testCount(30), rng));
            case "clue" -> labelled(Clue.samples(integer("length", 16, 4, 100), number("position", 0, 0, 1),
                    count(60), testCount(40), rng));
            case "rightContext" -> tagged(RightContext.samples(integer("clauses", 2, 2, 8), count(60), testCount(30),
                    rng));
            case "reverse" -> pairs(Reverse.samples("abcdefghijklmnopqrstuvwxyz".substring(0,
                    integer("symbols", 6, 2, 26)), integer("shortest", 2, 1, 12), integer("longest", 5, 1, 12),
                    count(200), testCount(50), rng));
            default -> sequences(integer("steps", 100, 1, DataReader.MOST_STEPS), rng);
        };
    }

    private int count(int absent) {
        return integer("count", absent, 1, MOST_COUNT);
    }

    private int testCount(int absent) {
        return integer("testCount", absent, 0, MOST_COUNT);
    }

    private int integer(String name, int absent, int least, int most) {
        int value = fields.integer(name, absent, least, most);
        settings.put(name, (double) value);
        return value;
    }

    private double number(String name, double absent, double least, double most) {
        double value = fields.number(name, absent, least, most);
        settings.put(name, value);
        return value;
    }

    private Data sequences(int steps, Rng rng) {
        List<Data.Numbers> all = new ArrayList<>();
        List<Data.Numbers> held = new ArrayList<>();
        Regression.series(count(8), steps, rng).forEach(series -> all.add(numbers(series)));
        int test = testCount(2);
        if (test > 0) {
            Regression.series(test, steps, rng).forEach(series -> held.add(numbers(series)));
        }
        return new Data.Sequences(all, held);
    }

    private static Data.Numbers numbers(Series series) {
        return new Data.Numbers(series.inputs(), series.targets());
    }

    private static Data labelled(Samples samples) {
        List<Data.Pair> sentences = words(samples.training());
        Set<String> labels = new LinkedHashSet<>();
        sentences.forEach(pair -> labels.add(pair.answer()));
        return new Data.Labelled(sentences, words(samples.test()), Unit.WORD, 0, true,
                symbols(samples.training(), List.of(Vocabulary.UNKNOWN), false), List.copyOf(labels));
    }

    private static Data tagged(Samples samples) {
        Set<String> tags = new LinkedHashSet<>();
        samples.training().forEach(sample -> tags.addAll(sample.answers()));
        return new Data.Tagged(words(samples.training()), words(samples.test()), 1,
                symbols(samples.training(), List.of(Vocabulary.UNKNOWN), false), List.copyOf(tags));
    }

    private static Data pairs(Samples samples) {
        return new Data.Pairs(joined(samples.training(), Unit.CHAR), joined(samples.test(), Unit.CHAR), Unit.CHAR,
                symbols(samples.training(), List.of(Vocabulary.START, Vocabulary.STOP, Vocabulary.UNKNOWN), true));
    }

    private static List<Data.Pair> words(List<Sample> samples) {
        return joined(samples, Unit.WORD);
    }

    private static List<Data.Pair> joined(List<Sample> samples, Unit unit) {
        List<Data.Pair> pairs = new ArrayList<>();
        for (Sample sample : samples) {
            pairs.add(new Data.Pair(unit.join(sample.inputs()), unit.join(sample.answers())));
        }
        return pairs;
    }

    private static List<String> symbols(List<Sample> samples, List<String> special, boolean answers) {
        List<List<String>> texts = new ArrayList<>();
        for (Sample sample : samples) {
            texts.add(sample.inputs());
            if (answers) {
                texts.add(sample.answers());
            }
        }
        return Vocabulary.of(texts, 1, special);
    }
}
