package unrolled.lab;

import static unrolled.lab.Lab.require;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import unrolled.preset.Check;
import unrolled.preset.Variants;
import unrolled.tensor.Tensor;
import unrolled.trace.Trace;

/** Holds an open experiment to its preset's claims, as it stands now or after the training they allow. */
public final class Checks {
    private static final int LOOKS = 100;

    private Checks() { }

    /** How what came must stand to what was expected. */
    public enum Relation {
        EQUAL("equal"), WITHIN("within"), AT_MOST("atMost"), AT_LEAST("atLeast");

        private final String word;

        Relation(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /** One claim and what became of it; {@code tolerance} is 0 where nothing is measured {@link Relation#WITHIN} it. */
    public record Result(String name, String variant, Relation relation, JsonValue expected, JsonValue actual,
            double tolerance, boolean ok) {
        /** With the variant it is about. */
        public String fullName() {
            return variant.isEmpty() ? name : name + " of " + variant;
        }

        public JsonObject json() {
            JsonObject json = new JsonObject().add("name", name).add("relation", relation.word())
                    .add("expected", expected).add("actual", actual).add("tolerance", tolerance).add("ok", ok);
            return variant.isEmpty() ? json : json.add("variant", variant);
        }
    }

    /** @throws IllegalArgumentException if a claim is about numbers that the run of its variant does not have */
    static void validate(Variants variants, List<Experiment> experiments) {
        for (Check check : variants.presets().get(0).checks()) {
            if (check instanceof Check.Numbers numbers) {
                Experiment experiment = experiments.get(place(check, variants));
                place(numbers, experiment.trace(experiment.split.shown().get(0)));
            }
        }
    }

    /** The place of the variant that a claim is about: the one it names, or the first. */
    private static int place(Check check, Variants variants) {
        return Math.max(0, variants.names().indexOf(check.variant()));
    }

    /** The claims as the experiment stands now; those about numbers are about the first example. */
    public static List<Result> now(Lab lab, boolean exact) {
        List<Result> results = new ArrayList<>();
        for (Check check : lab.preset().checks()) {
            boolean elsewhere = check instanceof Check.Numbers && (lab.example() != 0 || of(check, lab)
                    != lab.experiment());
            if (!elsewhere) {
                results.add(now(check, lab, exact));
            }
        }
        return results;
    }

    /** Trains as far as the claims about training need and allow, then judges them all. */
    public static List<Result> afterTraining(Lab lab) {
        List<Result> results = new ArrayList<>();
        for (Check check : lab.preset().checks()) {
            Experiment experiment = of(check, lab);
            int most = check instanceof Check.Spells spells ? spells.withinUpdates()
                    : check instanceof Check.Measure measure ? measure.withinUpdates() : 0;
            boolean goal = !(check instanceof Check.Measure measure) || measure.isGoal();
            int pace = check instanceof Check.Spells ? 1 : Math.max(1, most / LOOKS);
            while (experiment.trains() && experiment.updates() < most && !(goal && now(check, lab, true).ok())) {
                experiment.train(Math.min(pace, most - experiment.updates()));
                lab.look();
            }
            results.add(now(check, lab, true));
        }
        return results;
    }

    /** The experiment that a claim is about. */
    private static Experiment of(Check check, Lab lab) {
        return lab.experiments().get(place(check, lab.variants()));
    }

    private static Result now(Check check, Lab lab, boolean exact) {
        Experiment experiment = of(check, lab);
        if (check instanceof Check.Spells spells) {
            String actual = experiment.author.greedy(experiment.split.shown().get(0));
            return new Result("greedy", check.variant(), Relation.EQUAL, Json.value(spells.expected()),
                    Json.value(actual), 0, actual.equals(spells.expected()));
        } else if (check instanceof Check.Measure measure) {
            return measure(measure, experiment, exact);
        }
        return numbers(lab, experiment, (Check.Numbers) check);
    }

    private static Result measure(Check.Measure check, Experiment experiment, boolean exact) {
        double actual = Measures.of(check, experiment, exact);
        boolean ok = switch (check.bound()) {
            case AT_LEAST -> actual >= check.value();
            case AT_MOST -> actual <= check.value();
            case EQUAL -> Math.abs(actual - check.value()) <= check.tolerance();
        };
        Relation relation = switch (check.bound()) {
            case AT_LEAST -> Relation.AT_LEAST;
            case AT_MOST -> Relation.AT_MOST;
            case EQUAL -> Relation.WITHIN;
        };
        return new Result(Measures.name(check), check.variant(), relation, Json.value(check.value()),
                Report.number(actual), check.bound() == Check.Bound.EQUAL ? check.tolerance() : 0, ok);
    }

    private static Result numbers(Lab lab, Experiment experiment, Check.Numbers check) {
        Place place = place(check, experiment == lab.experiment() ? lab.trace() : experiment.firstTrace());
        boolean ok = true;
        JsonArray actual = new JsonArray();
        for (int i = 0; i < check.expected().length; i++) {
            double value = place.tensor.get(place.first + i);
            actual.add((float) value);
            ok &= Math.abs(value - check.expected()[i]) <= check.tolerance();
        }
        return new Result(place.name, check.variant(), Relation.WITHIN, single(Json.array(check.expected())), single(actual),
                check.tolerance(), ok);
    }

    /** The numbers a claim is about. */
    private record Place(String name, Tensor tensor, int first) { }

    private static Place place(Check.Numbers check, Trace trace) {
        Tensor tensor = trace.tensor(check.tensor());
        int[] shape = tensor.shape();
        int first = check.from() * tensor.cols;
        int size = tensor.size() - first;
        require(size >= 0, "checks: " + check.tensor() + " has " + tensor.rows + " rows, got from " + check.from());
        StringBuilder name = new StringBuilder(check.tensor());
        for (int i = 0; i < check.at().length; i++) {
            require(i < shape.length && check.at()[i] < shape[i],
                    "checks: " + check.tensor() + " has no place " + name + "[" + check.at()[i] + "]");
            size /= shape[i];
            first += check.at()[i] * size;
            name.append('[').append(check.at()[i]).append(']');
        }
        require(size == check.expected().length,
                "checks: " + name + " has " + size + " numbers, got " + check.expected().length + " expected ones");
        return new Place(name.toString(), tensor, first);
    }

    private static JsonValue single(JsonArray array) {
        return array.size() == 1 ? array.get(0) : array;
    }
}
