package unrolled.lab;

import com.eclipsesource.json.JsonArray;
import java.util.ArrayList;
import java.util.List;
import unrolled.data.Example;
import unrolled.data.Unit;
import unrolled.data.Vocabulary;
import unrolled.model.Unrolled;
import unrolled.preset.Data;
import unrolled.preset.Preset;

/** What a net reads in one go, symbol by symbol: all texts of its data one after another, or one that was typed. */
final class Passage {
    /** What comes after so many symbols is left out. */
    static final int MOST = 20_000;
    /** In a pattern: whatever stands between. */
    private static final String GAP = "…";

    /** Hears how far the net is: its first {@code n} rows are of the symbols from {@code position}. */
    interface Piece {
        void ran(int position, int n);
    }

    private final Experiment experiment;
    private final List<Example> texts;
    private final List<String> symbols = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private int whole;

    private Passage(Experiment experiment, String typed) {
        this.experiment = experiment;
        this.texts = typed.isEmpty() ? experiment.split.all() : typed(typed);
        for (Example text : texts) {
            starts.add(whole);
            whole += text.steps();
            symbols.addAll(text.tokens().subList(0, Math.min(text.steps(), MOST - symbols.size())));
        }
        Lab.require(whole > 0, "the net knows none of these symbols");
    }

    /** @param typed empty for the texts of the data */
    static Passage of(Experiment experiment, String typed) {
        Lab.require(suits(experiment), "this net does not read symbols");
        Lab.require(typed.isEmpty() || types(experiment), "a text for an encoder and a decoder cannot be typed");
        return new Passage(experiment, typed);
    }

    static boolean suits(Experiment experiment) {
        return experiment.vocabulary != null;
    }

    /** Whether other texts than those of the data can be read. */
    static boolean types(Experiment experiment) {
        return !experiment.preset.architecture().decodes();
    }

    /** Where the net has no symbol for a new line, every line begins anew. */
    private List<Example> typed(String text) {
        Vocabulary vocabulary = experiment.vocabulary;
        List<Example> examples = new ArrayList<>();
        int from = 0;
        int left = MOST;
        for (int i = 0; i <= text.length() && left > 0; i++) {
            if (i == text.length() || text.charAt(i) == '\n' && vocabulary.index("\n") < 0) {
                List<String> line = known(text.substring(from, i));
                from = i + 1;
                left -= line.size();
                if (!line.isEmpty()) {
                    examples.add(Example.ofSymbols("", vocabulary, line, null));
                }
            }
        }
        return examples;
    }

    private List<String> known(String line) {
        Vocabulary vocabulary = experiment.vocabulary;
        Data data = experiment.preset.data().plain();
        List<String> known = new ArrayList<>();
        for (String symbol : data.unit().split(line)) {
            if (vocabulary.index(symbol) >= 0 || vocabulary.hasUnknown()) {
                known.add(vocabulary.known(symbol));
            } else if (!unknown.contains(symbol)) {
                unknown.add(symbol);
            }
        }
        if (!known.isEmpty() && data instanceof Data.Texts texts && texts.unit() == Unit.WORD) {
            known.add(0, Vocabulary.START);
        }
        return known;
    }

    /**
     * Runs the net over all of it, as it is used. Each text begins anew; one that is longer than the net was laid out
     * for is run in pieces, the states handed on. A layer that runs back sees no further than its piece.
     */
    void run(Piece piece) {
        Preset preset = experiment.preset;
        Unrolled net = experiment.inUse();
        for (int k = 0; k < texts.size() && starts.get(k) < symbols.size(); k++) {
            Example text = texts.get(k);
            net.start(preset.state(), null);
            int longest = net.x().rows;
            for (int from = 0; from < text.steps(); from += longest) {
                int n = Math.min(longest, text.steps() - from);
                net.load(List.of(text), from, n, text.counted());
                net.run(0, n);
                piece.ran(starts.get(k) + from, n);
                net.carry(n);
            }
        }
    }

    /** Which symbols belong to an occurrence of a pattern; "(…)" is every "(" with all up to the next ")". */
    boolean[] every(String typed) {
        String pattern = typed.replace("...", GAP);
        Unit unit = experiment.preset.data().unit();
        int gap = pattern.indexOf(GAP);
        boolean open = gap > 0 && gap + GAP.length() < pattern.length();
        List<String> head = unit.split(open ? pattern.substring(0, gap) : pattern);
        List<String> tail = open ? unit.split(pattern.substring(gap + GAP.length())) : List.of();
        Lab.require(!head.isEmpty(), "a pattern must be a symbol or more, got none");
        boolean[] inside = new boolean[symbols.size()];
        for (int k = 0; k < texts.size() && starts.get(k) < symbols.size(); k++) {
            int end = Math.min(symbols.size(), starts.get(k) + texts.get(k).steps());
            for (int i = starts.get(k); i < end; i++) {
                int last = lastOf(head, tail, i, end);
                for (int j = i; j < last; j++) {
                    inside[j] = true;
                }
                i = tail.isEmpty() ? i : Math.max(i, last - 1);
            }
        }
        return inside;
    }

    /** Where an occurrence that begins at {@code i} ends; {@code i} if there is none. */
    private int lastOf(List<String> head, List<String> tail, int i, int end) {
        if (!stands(head, i, end)) {
            return i;
        }
        int j = i + head.size();
        while (j + tail.size() <= end && !stands(tail, j, end)) {
            j++;
        }
        return j + tail.size() <= end ? j + tail.size() : i;
    }

    private boolean stands(List<String> what, int at, int end) {
        return at + what.size() <= end && symbols.subList(at, at + what.size()).equals(what);
    }

    int size() {
        return symbols.size();
    }

    List<String> symbols() {
        return symbols;
    }

    /** How many symbols are left out at the end. */
    int rest() {
        return whole - symbols.size();
    }

    /** What the net has no symbol for and was passed over. */
    List<String> unknown() {
        return unknown;
    }

    /** Where each text begins. */
    JsonArray starts() {
        JsonArray json = new JsonArray();
        for (int start : starts) {
            if (start < symbols.size()) {
                json.add(start);
            }
        }
        return json;
    }
}
