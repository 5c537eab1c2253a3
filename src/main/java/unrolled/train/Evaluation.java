package unrolled.train;

import java.util.List;
import java.util.Map;
import unrolled.data.Example;
import unrolled.model.Head;
import unrolled.model.Network;
import unrolled.model.Unrolled;
import unrolled.tensor.Rng;

/**
 * How well a network does on examples it may not have seen.
 *
 * @param loss     L over all answers of all examples
 * @param accuracy the share of answers that are right; NaN where answers are numbers
 * @param squares  the mean of (y − target)² for each output; empty where answers are choices
 */
public record Evaluation(double loss, double accuracy, double[] squares) {

    /** @param net one lane, as long as the longest example; what it holds is lost */
    public static Evaluation of(Network network, Unrolled net, List<Example> examples, Map<String, double[]> state) {
        Head head = network.architecture().head();
        boolean chooses = head.loss() == Head.Loss.CROSS_ENTROPY;
        int counted = 0;
        for (Example example : examples) {
            counted += example.counted();
        }
        double loss = 0;
        int right = 0;
        double[] squares = new double[chooses ? 0 : head.size()];
        for (Example example : examples) {
            net.use();
            net.start(state, new Rng(example.steps()));
            net.load(List.of(example), 0, example.steps(), counted);
            net.forward(example.steps());
            loss += net.totalLoss();
            right += chooses ? net.right(example.steps()) : 0;
            for (int j = 0; j < squares.length; j++) {
                for (int t = example.steps() - example.counted(); t < example.steps(); t++) {
                    double error = net.y().get(t, j) - net.target().get(t, j);
                    squares[j] += error * error / counted;
                }
            }
        }
        return new Evaluation(loss, chooses ? (double) right / counted : Double.NaN, squares);
    }
}
