package unrolled.lab;

import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import java.util.List;
import unrolled.explain.Explanation;
import unrolled.explain.Formula;
import unrolled.explain.Node;
import unrolled.explain.Notation;
import unrolled.trace.Equation;

/**
 * An explanation as JSON: the equation, the same with numbers, and the tree they are printed from. A sum tells after
 * each of its terms what they come to so far, a product of two rows each of its products and the same.
 */
public final class ExplanationJson {

    private ExplanationJson() { }

    public static JsonObject of(Lab lab, Explanation explanation) {
        Formula text = new Formula(Notation.TEXT, lab.turned());
        Formula latex = new Formula(Notation.LATEX, lab.turned());
        JsonObject json = new JsonObject()
                .add("t", explanation.operation().t())
                .add("unit", explanation.unit())
                .add("output", explanation.operation().equation().output())
                .add("equation", new Structure.Texts(lab.experiment(), lab.turned()).of(explanation.operation().equation()))
                .add("text", text.numbers(explanation.tree()))
                .add("latex", latex.symbols(explanation.operation().equation()) + " = "
                + latex.numbers(explanation.tree()))
                .add("tree", node(explanation.tree(), 0))
                .add("value", explanation.value());
        Equation equation = explanation.operation().equation();
        return equation.phase() != Equation.Phase.UPDATE ? json : json
                .add("before", lab.trace().tensor(equation.output()).get(explanation.unit()))
                .add("after", lab.updated(equation.output(), explanation.unit()));
    }

    /** The node where the terms before it come to {@code before}. */
    private static JsonObject node(Node node, double before) {
        JsonObject json = new JsonObject();
        if (node instanceof Node.Leaf leaf) {
            return leaf(leaf);
        } else if (node instanceof Node.Number) {
            json.add("kind", "number");
        } else if (node instanceof Node.Sum sum) {
            sum(json.add("kind", "sum"), sum, before);
        } else if (node instanceof Node.Difference difference) {
            json.add("kind", "difference").add("args", nodes(List.of(difference.left(), difference.right())));
        } else if (node instanceof Node.Product product) {
            json.add("kind", "product").add("args", nodes(product.args()));
        } else if (node instanceof Node.Quotient quotient) {
            json.add("kind", "quotient").add("args", nodes(List.of(quotient.left(), quotient.right())));
        } else if (node instanceof Node.Apply apply) {
            json.add("kind", "apply").add("function", apply.function().name().toLowerCase())
                    .add("args", nodes(apply.args()));
        } else if (node instanceof Node.Dot dot) {
            dot(json.add("kind", "dot").add("left", leaves(dot.left())).add("right", leaves(dot.right())), dot, before);
        }
        return json.add("value", node.value());
    }

    private static void sum(JsonObject json, Node.Sum sum, double before) {
        JsonArray args = new JsonArray();
        JsonArray sums = new JsonArray();
        double soFar = before;
        for (Node arg : sum.args()) {
            args.add(node(arg, soFar));
            soFar += arg.value();
            sums.add((float) soFar);
        }
        json.add("args", args).add("sums", sums);
    }

    private static void dot(JsonObject json, Node.Dot dot, double before) {
        JsonArray products = new JsonArray();
        JsonArray sums = new JsonArray();
        double soFar = before;
        for (int j = 0; j < dot.left().size(); j++) {
            double product = dot.left().get(j).value() * (dot.right().isEmpty() ? 1 : dot.right().get(j).value());
            soFar += product;
            products.add((float) product);
            sums.add((float) soFar);
        }
        json.add("products", products).add("sums", sums);
    }

    private static JsonObject leaf(Node.Leaf leaf) {
        return new JsonObject().add("kind", "symbol").add("tensor", leaf.tensor()).add("t", leaf.t())
                .add("row", leaf.row())
                .add("index", leaf.column()).add("value", leaf.value());
    }

    private static JsonArray nodes(List<Node> nodes) {
        JsonArray array = new JsonArray();
        nodes.forEach(node -> array.add(node(node, 0)));
        return array;
    }

    private static JsonArray leaves(List<Node.Leaf> leaves) {
        JsonArray array = new JsonArray();
        leaves.forEach(leaf -> array.add(leaf(leaf)));
        return array;
    }
}
