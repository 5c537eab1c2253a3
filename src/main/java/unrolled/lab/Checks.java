package unrolled.lab;

import static unrolled.lab.Lab.require;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import unrolled.preset.Check;
import unrolled.tensor.Tensor;
import unrolled.trace.Trace;

/** Holds an open experiment to its preset's claims, as it stands now or after the training they allow. */
public final class Checks {
    private Checks() { }

    /** How what came must stand to what was expected. */
    public enum Relation { EQUAL, WITHIN, AT_MOST }

    /** One claim and what became of it; {@code tolerance} is 0 where nothing is measured {@link Relation#WITHIN} it. */
    public record Result(String name, Relation relation, JsonValue expected, JsonValue actual, double tolerance,
            boolean ok) {
        public JsonObject json() {
            return new JsonObject().add("name", name).add("expected", expected).add("actual", actual)
                    .add("tolerance", tolerance).add("ok", ok);
        }
    }

    /** @throws IllegalArgumentException if a claim is about numbers that the run does not have */
    static void validate(List<Check> checks, Trace trace) {
        for (Check check : checks) {
            if (check instanceof Check.Numbers numbers) {
                place(numbers, trace);
            }
        }
    }

    /** The claims as the experiment stands now; those about numbers are about the first example. */
    public static List<Result> now(Lab lab) {
        List<Result> results = new ArrayList<>();
        for (Check check : lab.preset().checks()) {
            if (lab.example() == 0 || !(check instanceof Check.Numbers)) {
                results.add(now(lab, check));
            }
        }
        return results;
    }

    /** Trains as far as the claims about training need and allow, then judges them all. */
    public static List<Result> afterTraining(Lab lab) {
        for (Check check : lab.preset().checks()) {
            int most = check instanceof Check.Spells spells ? spells.withinUpdates() : check instanceof Check.Loss loss
                    ? loss.withinUpdates() : 0;
            while (lab.updates() < most && !now(lab, check).ok()) {
                lab.train(1);
                lab.look();
            }
        }
        return now(lab);
    }

    private static Result now(Lab lab, Check check) {
        if (check instanceof Check.Spells spells) {
            String actual = lab.greedy();
            return new Result("greedy", Relation.EQUAL, Json.value(spells.expected()), Json.value(actual), 0,
                    actual.equals(spells.expected()));
        } else if (check instanceof Check.Loss loss) {
            double actual = lab.experiment().trainer.loss();
            return new Result("loss", Relation.AT_MOST, Json.value(loss.atMost()), Json.value(actual), 0,
                    actual <= loss.atMost());
        }
        return numbers(lab, (Check.Numbers) check);
    }

    private static Result numbers(Lab lab, Check.Numbers check) {
        Place place = place(check, lab.trace());
        boolean ok = true;
        JsonArray actual = new JsonArray();
        for (int i = 0; i < check.expected().length; i++) {
            double value = place.tensor.get(place.first + i);
            actual.add((float) value);
            ok &= Math.abs(value - check.expected()[i]) <= check.tolerance();
        }
        return new Result(place.name, Relation.WITHIN, single(Json.array(check.expected())), single(actual),
                check.tolerance(), ok);
    }

    /** The numbers a claim is about. */
    private record Place(String name, Tensor tensor, int first) { }

    private static Place place(Check.Numbers check, Trace trace) {
        Tensor tensor = trace.tensor(check.tensor());
        int[] shape = tensor.shape();
        int first = 0;
        int size = tensor.size();
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
