package unrolled.preset;

import static unrolled.preset.Values.require;

import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A preset in several forms to be compared. In JSON the preset itself is the form that is open; each variant is a name
 * and a patch (RFC 7386) that makes of the preset what it is. What the patches do not mention is common to all. An edit
 * of a model, of its numbers or of its training is of the open form alone; an edit of anything else is of all.
 *
 * @param names   of the variants, no two the same; none where the preset has one form only
 * @param presets one for each name, or the only one
 * @param open    the place of the one that is open
 * @param apart   in what else they differ, or once differed: there too an edit is of one alone
 */
public record Variants(List<String> names, List<Preset> presets, int open, JsonObject apart) {
    private static final int MOST = 6;
    private static final List<String> OWN = List.of("model", "weights", "state", "clamps", "training");

    /** @throws IllegalArgumentException naming the place, the rule and the value of whatever is wrong */
    public static Variants read(String json) {
        return read(PresetReader.parse(json), null, false);
    }

    /** An edited form of {@code before}, see {@link PresetReader#readChange}. */
    public static Variants readChange(String json, Variants before) {
        return read(PresetReader.parse(json), before, true);
    }

    /** {@link #readChange}, where the edit leaves nothing meaningless. */
    public static Variants readEdit(String json, Variants before) {
        return read(PresetReader.parse(json), before, false);
    }

    public static Variants of(Preset preset) {
        return new Variants(List.of(), List.of(preset), 0, new JsonObject());
    }

    private static Variants read(JsonValue value, Variants before, boolean prunes) {
        JsonObject whole = Values.object(value, "");
        List<String> names = new ArrayList<>();
        List<JsonObject> patches = new ArrayList<>();
        int open = 0;
        JsonObject base = new JsonObject(whole);
        if (whole.get("variants") != null) {
            JsonArray array = Values.array(whole.get("variants"), "variants");
            require(array.size() <= MOST, "variants must hold 0.." + MOST + " of them, got " + array.size());
            for (int i = 0; i < array.size(); i++) {
                Fields fields = new Fields(array.get(i), "variants[" + i + "]");
                String name = Values.string(fields.required("name"), fields.at("name"));
                require(!names.contains(name), fields.at("name") + " must be unlike the others, got \"" + name + "\"");
                names.add(name);
                JsonObject patch = new JsonObject(array.get(i).asObject());
                patch.remove("name");
                patches.add(patch);
            }
        }
        if (whole.get("variant") != null) {
            open = Values.integer(whole.get("variant"), "variant", 0, Math.max(0, names.size() - 1));
        }
        base.remove("variants");
        base.remove("variant");
        JsonObject others = before != null && before.open == open ? before.othersOf(base) : base;
        List<Preset> presets = new ArrayList<>();
        for (int i = 0; i < Math.max(1, names.size()); i++) {
            JsonObject document = names.isEmpty() ? base : Patch.apply(i == open ? base : others, patches.get(i));
            int then = before == null ? -1 : before.placeOf(i, names);
            Preset was = !prunes ? null : before.presets.get(then < 0 ? before.open : then);
            presets.add(preset(document, was, names.isEmpty() ? "" : names.get(i)));
        }
        requireNamed(presets, names);
        JsonObject apart = new JsonObject();
        for (JsonObject patch : patches) {
            apart = Patch.union(apart, patch);
        }
        return new Variants(names, presets, open, apart);
    }

    /** What the others' patches are applied to after the open form was edited. */
    private JsonObject othersOf(JsonObject edited) {
        JsonObject before = PresetWriter.write(presets.get(open));
        JsonObject others = new JsonObject(edited);
        for (String name : OWN) {
            others.set(name, before.get(name));
        }
        // how many are held back, and among how many answers is chosen, belong to the data
        others.set("training", new JsonObject(part(others, "training")).set("validation",
                part(edited, "training").getDouble("validation", 0)));
        if (part(part(edited, "model"), "output").get("size") == null) {
            JsonObject model = new JsonObject(part(others, "model"));
            JsonObject output = new JsonObject(part(model, "output"));
            others.set("model", model.get("output") == null ? model : model.set("output", output.remove("size")));
        }
        return others;
    }

    /** An object in an object; an empty one if there is none, so that wrong kinds are the reader's to refuse. */
    private static JsonObject part(JsonObject whole, String name) {
        JsonValue part = whole.get(name);
        return part != null && part.isObject() ? part.asObject() : new JsonObject();
    }

    /**
     * Which of these the place {@code i} among other variants stands for: of as many the one in the same place, else the
     * one of that name; −1 for a new one. What had no name yet is the first.
     */
    public int placeOf(int i, List<String> others) {
        if (Math.max(1, others.size()) == presets.size()) {
            return i;
        }
        return names.isEmpty() || others.isEmpty() ? i == 0 ? 0 : -1 : names.indexOf(others.get(i));
    }

    private static Preset preset(JsonObject document, Preset before, String name) {
        try {
            return before == null ? PresetReader.read(document) : PresetReader.readChange(document, before);
        } catch (IllegalArgumentException e) {
            throw name.isEmpty() ? e : new IllegalArgumentException(e.getMessage() + " (in the variant " + name + ")");
        }
    }

    private static void requireNamed(List<Preset> presets, List<String> names) {
        for (Check check : presets.get(0).checks()) {
            require(check.variant().isEmpty() || names.contains(check.variant()),
                    "checks: variant must be one of " + String.join(", ", names) + ", got \"" + check.variant() + "\"");
        }
    }

    /** The whole as JSON, the open form spelled out; {@link #read} reads it back as the same. */
    public JsonObject write() {
        JsonObject json = PresetWriter.write(presets.get(open));
        if (names.isEmpty()) {
            return json;
        }
        JsonArray variants = new JsonArray();
        for (int i = 0; i < names.size(); i++) {
            JsonObject variant = new JsonObject().add("name", names.get(i));
            if (i != open) {
                JsonObject form = PresetWriter.write(presets.get(i));
                JsonObject patch = Patch.union(Patch.between(json, form), Patch.part(form, apart));
                patch.forEach(member -> variant.add(member.getName(), member.getValue()));
            }
            variants.add(variant);
        }
        return json.add("variants", variants).add("variant", open);
    }

    /** What makes an exercise the one its title names: the data and the models; how they are trained does not. */
    public int essence() {
        int essence = 0;
        for (Preset preset : presets) {
            JsonObject json = PresetWriter.write(preset);
            essence = 31 * essence + (json.get("data").toString() + json.get("model")).hashCode();
        }
        return essence;
    }

    /** The same with another one open. */
    public Variants opening(int index) {
        require(index >= 0 && index < Math.max(1, names.size()), "a variant must be 0.." + (names.size() - 1) + ", got "
                + index);
        return new Variants(names, presets, index, apart);
    }

    /** The same with other numbers held in its only form. */
    public Variants holding(Map<String, double[][]> held) {
        return of(presets.get(0).holding(held));
    }

    /** The same from other random weights, see {@link PresetReader#reseeded}. */
    public Variants reseeded(int seed) {
        List<Preset> all = new ArrayList<>();
        for (int i = 0; i < presets.size(); i++) {
            boolean own = presets.get(i).seed() != presets.get(0).seed();
            all.add(PresetReader.reseeded(presets.get(i), own ? seed + i : seed));
        }
        return new Variants(names, all, open, apart);
    }
}
