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
 * and a patch (RFC 7386) that makes of the preset what it is. What the patches do not mention is common to all.
 *
 * @param names   of the variants; none where the preset has one form only
 * @param presets one for each name, or the only one
 * @param open    the place of the one that is open
 * @param apart   in what they differ, or once differed: there an edit is of one alone
 */
public record Variants(List<String> names, List<Preset> presets, int open, JsonObject apart) {
    private static final int MOST = 6;

    /** @throws IllegalArgumentException naming the place, the rule and the value of whatever is wrong */
    public static Variants read(String json) {
        return read(PresetReader.parse(json), null);
    }

    /** An edited form of {@code before}, see {@link PresetReader#readChange}. */
    public static Variants readChange(String json, Variants before) {
        return read(PresetReader.parse(json), before);
    }

    public static Variants of(Preset preset) {
        return new Variants(List.of(), List.of(preset), 0, new JsonObject());
    }

    private static Variants read(JsonValue value, Variants before) {
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
                names.add(Values.string(fields.required("name"), fields.at("name")));
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
        List<Preset> presets = new ArrayList<>();
        for (int i = 0; i < Math.max(1, names.size()); i++) {
            JsonObject document = i < patches.size() ? Patch.apply(base, patches.get(i)) : base;
            presets.add(preset(document, before != null && before.presets.size() == Math.max(1, names.size())
                    ? before.presets.get(i) : null, names.isEmpty() ? "" : names.get(i)));
        }
        requireNamed(presets, names);
        JsonObject apart = new JsonObject();
        for (JsonObject patch : patches) {
            apart = Patch.union(apart, patch);
        }
        return new Variants(names, presets, open, apart);
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
