package unrolled.lab;

import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import java.util.List;
import unrolled.data.Example;
import unrolled.decode.Beam;
import unrolled.decode.Choice;
import unrolled.decode.Text;
import unrolled.preset.Decoding;

/** Texts that a model writes when asked, and the tree of a beam search. */
final class Writing {
    private static final int MOST_WIDTH = 50;
    private static final int MOST_LENGTH = 60;
    private static final int SHOWN = 3;
    private static final int MOST_RECITED = 50;

    private Writing() { }

    static JsonObject beam(Lab lab, Asked asked) {
        Experiment experiment = writing(lab);
        int length = asked.integer("length", Math.min(MOST_LENGTH, lab.decoding().length()), 1, MOST_LENGTH);
        Beam.Tree tree = search(lab, asked, length);
        JsonArray steps = new JsonArray();
        for (List<Beam.Candidate> step : tree.steps()) {
            JsonArray candidates = new JsonArray();
            for (Beam.Candidate c : step) {
                candidates.add(new JsonObject().add("id", c.id()).add("parent", c.parent())
                        .add("symbol", experiment.vocabulary.symbol(c.symbol())).add("p", c.p()).add("logp", c.logp())
                        .add("kept", c.kept()).add("finished", c.finished()));
            }
            steps.add(candidates);
        }
        return new JsonObject().add("steps", steps).add("best", hypothesis(experiment.author.text, tree.best()))
                .add("greedy", hypothesis(experiment.author.text, experiment.author.text.beam(experiment.author.prime(lab.shown()), 1,
                        length, 1).best()));
    }

    static JsonObject write(Lab lab, Asked asked) {
        Experiment experiment = writing(lab);
        Decoding decoding = lab.decoding();
        if (asked.word("how", "greedy").equals("beam")) {
            return hypothesis(experiment.author.text, search(lab, asked, decoding.length()).best());
        }
        String text = asked.word("how", "greedy").equals("greedy") ? lab.greedy() : experiment.author.sampled(lab.shown(),
                new Decoding(decoding.prime(), decoding.length(), asked.number("temperature", decoding.temperature()),
                        asked.integer("topK", decoding.topK(), 0, 1 << 20), asked.number("topP", decoding.topP()), 1),
                asked.integer("draw", 1, 0, Integer.MAX_VALUE));
        return new JsonObject().add("text", text);
    }

    private static Beam.Tree search(Lab lab, Asked asked, int length) {
        Experiment experiment = writing(lab);
        experiment.author.translate(lab.shown());
        int width = asked.integer("width", lab.decoding().beam(), 1, MOST_WIDTH);
        return experiment.author.text.beam(experiment.author.prime(lab.shown()), width, length, SHOWN);
    }

    private static Experiment writing(Lab lab) {
        Lab.require(lab.experiment().author != null, "this net does not write texts");
        return lab.experiment();
    }

    private static JsonObject hypothesis(Text text, Beam.Hypothesis best) {
        return new JsonObject().add("id", best.id()).add("text", text.text(best.symbols())).add("logp", best.logp())
                .add("finished", best.finished());
    }

    /** Every text as the model writes it from its first symbol, or every source as it translates it. */
    static JsonArray recite(Experiment experiment) {
        Lab.require(experiment.author != null, "this net does not write texts");
        JsonArray json = new JsonArray();
        for (Example example : experiment.split.all()) {
            if (json.size() < MOST_RECITED) {
                String written = experiment.author.recited(example);
                json.add(new JsonObject().add("text", example.label()).add("first", experiment.author.firstOf(example))
                        .add("wanted", experiment.author.wanted(example))
                        .add("written", written).add("right", written.equals(experiment.author.wanted(example))));
            }
        }
        return json;
    }

    /** What a model writes on from a prime, see {@link Lab#write}. */
    static String on(Experiment experiment, String prime, int length, double temperature, long seed) {
        Author author = experiment.author;
        Lab.require(author != null, "this net does not write texts");
        Lab.require(!experiment.preset.architecture().decodes(), "this net translates texts; it does not write on from a "
                + "prime");
        List<String> symbols = experiment.preset.data().unit().split(prime);
        return temperature == 0 ? author.text.greedy(symbols, length)
                : author.text.sample(symbols, length, new Choice(temperature, 0, 1), seed);
    }
}
