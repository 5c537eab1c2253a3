package unrolled.preset;

import com.eclipsesource.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import unrolled.preset.Check.Bound;
import unrolled.preset.Check.On;
import unrolled.preset.Check.Quantity;

/** Reads {@code checks}. */
final class CheckReader {
    private static final double TOLERANCE = 1e-4;
    private static final int MOST_UPDATES = 100_000;

    private CheckReader() { }

    static List<Check> read(Fields fields) {
        List<Check> checks = new ArrayList<>();
        for (Fields check : fields.objects("checks")) {
            checks.add(check(check));
            check.close();
        }
        return checks;
    }

    private static Check check(Fields fields) {
        String name = Values.string(fields.required("name"), fields.at("name"));
        String variant = fields.string("variant", "");
        if (name.equals("greedy")) {
            return new Check.Spells(variant, Values.string(fields.required("expected"), fields.at("expected")),
                    updates(fields));
        }
        Quantity quantity = quantity(name);
        boolean bounded = fields.has("atLeast") || fields.has("atMost");
        return quantity == null || quantity == Quantity.LOSS && !bounded ? numbers(name, variant, fields)
                : measure(quantity, variant, fields);
    }

    private static Quantity quantity(String name) {
        for (Quantity quantity : Quantity.values()) {
            if (word(quantity).equals(name)) {
                return quantity;
            }
        }
        return null;
    }

    /** How presets write it. */
    static String word(Enum<?> value) {
        return value.name().toLowerCase();
    }

    private static Check measure(Quantity quantity, String variant, Fields fields) {
        Bound bound = fields.has("atLeast") ? Bound.AT_LEAST : fields.has("atMost") ? Bound.AT_MOST : Bound.EQUAL;
        String name = bound == Bound.AT_LEAST ? "atLeast" : bound == Bound.AT_MOST ? "atMost" : "expected";
        double value = Values.finite(fields.required(name), fields.at(name));
        On on = On.valueOf(fields.word("on", "train", "train", "test", "validation").toUpperCase());
        return new Check.Measure(variant, quantity, fields.string("of", ""), on, fields.integer("output", 0, 0, 511),
                bound, value, fields.number("tolerance", TOLERANCE, 0, 1e6), fields.integer("withinUpdates", 0, 0,
                MOST_UPDATES));
    }

    private static int updates(Fields fields) {
        return fields.integer("withinUpdates", 1000, 1, MOST_UPDATES);
    }

    private static Check numbers(String name, String variant, Fields fields) {
        List<Double> expected = new ArrayList<>();
        flatten(fields.required("expected"), fields.at("expected"), expected);
        double[] at = fields.has("at") ? Values.vector(fields.get("at"), fields.at("at")) : new double[0];
        int[] indices = new int[at.length];
        for (int i = 0; i < at.length; i++) {
            indices[i] = Values.integer(fields.get("at").asArray().get(i), fields.at("at") + "[" + i + "]", 0, 1 << 20);
        }
        double[] numbers = new double[expected.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = expected.get(i);
        }
        return new Check.Numbers(variant, name, indices, fields.integer("from", 0, 0, 1 << 20), numbers,
                fields.number("tolerance", TOLERANCE, 0, 1e6));
    }

    private static void flatten(JsonValue value, String at, List<Double> into) {
        if (!value.isArray()) {
            into.add(Values.finite(value, at));
            return;
        }
        for (int i = 0; i < value.asArray().size(); i++) {
            flatten(value.asArray().get(i), at + "[" + i + "]", into);
        }
    }
}
