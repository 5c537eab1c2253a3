package unrolled.lab;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import unrolled.data.Unit;
import unrolled.model.Head;
import unrolled.preset.Data;
import unrolled.preset.Preset;

/** What a view of the page asks of an open experiment; nothing is changed by asking. */
public final class Views {
    private Views() { }

    /** The views that an experiment has. */
    static List<String> names(Lab lab) {
        Experiment experiment = lab.experiment();
        Preset preset = experiment.preset;
        Data data = preset.data().plain();
        Head head = preset.architecture().head();
        List<String> names = new ArrayList<>();
        add(names, "quiz", !preset.special().quiz().isEmpty());
        add(names, "count", preset.special().count() != null);
        add(names, "ngram", preset.special().ngram() != null);
        add(names, "embeddings", Embeddings.has(experiment));
        add(names, "chain", data instanceof Data.Texts texts && texts.unit() == Unit.WORD);
        add(names, "alignment", preset.architecture().aligns() || head != null && head.at() == Head.At.ATTENTION);
        add(names, "confusion", data instanceof Data.Tagged || data instanceof Data.Labelled);
        add(names, "outputs", head != null && data instanceof Data.Sequences);
        add(names, "gradients", preset.open().contains("gradients") && experiment.trains());
        add(names, "beam", experiment.author != null);
        add(names, "units", Units.has(experiment));
        add(names, "samples", data instanceof Data.Texts && experiment.trains());
        return names;
    }

    private static void add(List<String> names, String name, boolean has) {
        if (has) {
            names.add(name);
        }
    }

    /** @throws IllegalArgumentException if there is no such view, or this experiment has none */
    public static JsonValue of(Lab lab, String name, String args) {
        Asked asked = new Asked(Json.parse(args).asObject());
        return switch (name) {
            case "curves" -> curves(lab);
            case "race" -> Race.json(lab.experiments());
            case "embeddings" -> Embeddings.json(lab.experiment());
            case "ngram" -> Ngrams.table(lab.experiment(), asked);
            case "chain" -> Chain.json(lab.experiment(), asked);
            case "confusion" -> Confusion.json(lab.experiment(), asked);
            case "outputs" -> Outputs.json(lab.experiment(), asked);
            case "gradientNorms" -> GradientNorms.json(lab);
            case "paths" -> GradientPaths.json(lab, asked);
            case "influence" -> Influence.json(lab, asked);
            case "saliency" -> Influence.saliency(lab, asked);
            case "samples" -> samples(lab.experiment());
            case "text" -> Units.text(lab.experiment(), asked);
            case "units" -> Units.values(lab, asked);
            case "rank" -> Units.rank(lab, asked);
            case "count" -> Counting.json(asked);
            case "beam" -> Writing.beam(lab, asked);
            case "write" -> Writing.write(lab, asked);
            case "recite" -> Writing.recite(lab.experiment());
            default -> throw new IllegalArgumentException("there is no view \"" + name + "\"");
        };
    }

    private static JsonArray curves(Lab lab) {
        JsonArray json = new JsonArray();
        for (int i = 0; i < lab.experiments().size(); i++) {
            json.add(lab.experiments().get(i).curve.write(new JsonObject().add("name", lab.nameOf(i))));
        }
        return json;
    }

    private static JsonArray samples(Experiment experiment) {
        JsonArray json = new JsonArray();
        for (Samples.Sample sample : experiment.samples.all()) {
            json.add(new JsonObject().add("update", sample.update()).add("loss", Report.number(sample.loss()))
                    .add("text", sample.text()));
        }
        return json;
    }
}
