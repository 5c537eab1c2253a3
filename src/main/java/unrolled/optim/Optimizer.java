package unrolled.optim;

import unrolled.nn.Parameters;
import unrolled.tensor.Tensor;

/** A rule that turns gradients into smaller loss; the gradients are left as they are. */
public sealed interface Optimizer permits Sgd, RmsProp, Adam, AdamW {

    /** One step on all weights at once. */
    void update(Parameters parameters, double learningRate);

    /** The rule for one weight in symbols, from its name and its gradient's; η is the learning rate, λ the decay. */
    String equation(String weight, String gradient);

    /** Everything the rule remembers between steps, as one vector; zeros start it afresh. */
    Tensor state();
}
