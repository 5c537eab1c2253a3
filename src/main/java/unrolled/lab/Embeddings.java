package unrolled.lab;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import unrolled.model.Neighbours;
import unrolled.model.Pca;
import unrolled.nn.Parameter;
import unrolled.tensor.Tensor;

/** The learned embeddings on a map of two dimensions, and what lies near what. */
final class Embeddings {
    private static final String WEIGHT = "We";
    private static final int NEIGHBOURS = 5;

    private Embeddings() { }

    static boolean has(Experiment experiment) {
        for (Parameter parameter : experiment.network.parameters().all()) {
            if (parameter.name().equals(WEIGHT)) {
                return true;
            }
        }
        return false;
    }

    static JsonObject json(Experiment experiment) {
        Lab.require(has(experiment), "this net has no embeddings");
        double[][] rows = rows(experiment.network.weight(WEIGHT));
        Pca pca = Pca.of(rows);
        JsonArray points = new JsonArray();
        JsonArray neighbours = new JsonArray();
        for (int i = 0; i < rows.length; i++) {
            points.add(Json.array(pca.points()[i]));
            JsonArray near = new JsonArray();
            for (Neighbours.Neighbour one : Neighbours.of(rows, i, NEIGHBOURS)) {
                near.add(new JsonObject().add("symbol", experiment.vocabulary.symbol(one.row()))
                        .add("cosine", Report.number(one.cosine())));
            }
            neighbours.add(near);
        }
        return new JsonObject().add("symbols", Structure.strings(experiment.vocabulary.symbols()))
                .add("points", points).add("explained", Json.array(pca.explained())).add("neighbours", neighbours);
    }

    /** One row a symbol: We has them as columns. */
    private static double[][] rows(Tensor We) {
        double[][] rows = new double[We.cols][We.rows];
        for (int i = 0; i < We.cols; i++) {
            for (int e = 0; e < We.rows; e++) {
                rows[i][e] = We.get(e, i);
            }
        }
        return rows;
    }
}
