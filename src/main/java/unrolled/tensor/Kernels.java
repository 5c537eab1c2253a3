package unrolled.tensor;

/**
 * The loops that cost time: products over rows, gates element by element, updates of flat vectors.
 *
 * <p>An operation works on the rows {@code from} to {@code from + n − 1} of its tensors, the same rows of each; x(r)
 * is row
 * r of x. Weights are [outputs, inputs], biases are vectors. All tensors of a call live in one memory, inputs are named
 * first and outputs last; an output is overwritten unless the name says {@code Add}. Shapes are not checked.
 */
public interface Kernels {

    /** y(r) = W x(r) + b. Zeros in x cost nothing: a one-hot row costs one column of W. */
    void affine(Tensor W, Tensor x, Tensor b, Tensor y, int from, int n);

    /** y(r) += W x(r). */
    void timesAdd(Tensor W, Tensor x, Tensor y, int from, int n);

    /** dx(r) = Wᵀ dy(r). */
    void transposed(Tensor W, Tensor dy, Tensor dx, int from, int n);

    /** dx(r) += Wᵀ dy(r). */
    void transposedAdd(Tensor W, Tensor dy, Tensor dx, int from, int n);

    /** dW += Σ dy(r) x(r)ᵀ over the rows. */
    void outerAdd(Tensor dy, Tensor x, Tensor dW, int from, int n);

    /** db += Σ dy(r) over the rows. */
    void sumAdd(Tensor dy, Tensor db, int from, int n);

    /** y = 0. */
    void zero(Tensor y, int from, int n);

    /** y = x. */
    void copy(Tensor x, Tensor y, int from, int n);

    /** y += x. */
    void add(Tensor x, Tensor y, int from, int n);

    /** y = u ⊙ v. */
    void product(Tensor u, Tensor v, Tensor y, int from, int n);

    /** y += u ⊙ v. */
    void productAdd(Tensor u, Tensor v, Tensor y, int from, int n);

    /** y = σ(a). */
    void sigmoid(Tensor a, Tensor y, int from, int n);

    /** y = tanh a. */
    void tanh(Tensor a, Tensor y, int from, int n);

    /** y = max(0, a). */
    void relu(Tensor a, Tensor y, int from, int n);

    /** y = 1 where a &gt; 0, else 0. */
    void threshold(Tensor a, Tensor y, int from, int n);

    /** da = dy ⊙ y ⊙ (1 − y), for y = σ(a). */
    void sigmoidBackward(Tensor y, Tensor dy, Tensor da, int from, int n);

    /** da = dy ⊙ (1 − y²), for y = tanh a. */
    void tanhBackward(Tensor y, Tensor dy, Tensor da, int from, int n);

    /** da = dy where y &gt; 0, else 0, for y = max(0, a). */
    void reluBackward(Tensor y, Tensor dy, Tensor da, int from, int n);

    /** c = f ⊙ cPrev + i ⊙ g, tanhC = tanh c, h = o ⊙ tanhC. */
    void lstmState(Tensor i, Tensor f, Tensor g, Tensor o, Tensor cPrev, Tensor c, Tensor tanhC, Tensor h,
            int from, int n);

    /**
     * dO = dh ⊙ tanhC, dc += dh ⊙ o ⊙ (1 − tanhC²), then with that dc: di = dc ⊙ g, df = dc ⊙ cPrev, dg = dc ⊙ i,
     * dcPrev = dc ⊙ f.
     */
    void lstmStateBackward(Tensor i, Tensor f, Tensor g, Tensor o, Tensor cPrev, Tensor tanhC, Tensor dh, Tensor dc,
            Tensor di, Tensor df, Tensor dg, Tensor dO, Tensor dcPrev, int from, int n);

    /** h = (1 − z) ⊙ n + z ⊙ hPrev. */
    void gruState(Tensor z, Tensor n, Tensor hPrev, Tensor h, int from, int count);

    /** dz = dh ⊙ (hPrev − n), dn = dh ⊙ (1 − z), dhPrev += dh ⊙ z. */
    void gruStateBackward(Tensor z, Tensor n, Tensor hPrev, Tensor dh, Tensor dz, Tensor dn, Tensor dhPrev,
            int from, int count);

    /** y(r) = softmax(logits(r) / temperature), temperature &gt; 0. */
    void softmax(Tensor logits, double temperature, Tensor y, int from, int n);

    /** dlogits(r) = weight[r] · (y(r) − onehot(target[r])) of the first n rows; 0 where weight is, whatever y. */
    void crossEntropyBackward(Tensor y, Tensor target, Tensor weight, Tensor dlogits, int n);

    /*
     * Whole sequences: n steps from step `from`, of B rows each. Row r of c, h and their gradients is the state before
     * the step that row r of the others belongs to, and row r + B the one after it; all lie row after row. What is
     * computed is what unrolled.nn says. False, and nothing done: take it step by step.
     */

    /** {@code unrolled.nn.Lstm} from a = Wx x + b on. */
    default boolean lstm(Tensor Wh, Tensor a, Tensor i, Tensor f, Tensor g, Tensor o, Tensor c, Tensor tanhC, Tensor h,
            int from, int n, int B) {
        return false;
    }

    /** Back through it to da and the states before. */
    default boolean lstmBackward(Tensor Wh, Tensor i, Tensor f, Tensor g, Tensor o, Tensor c, Tensor tanhC, Tensor dh,
            Tensor dc, Tensor di, Tensor df, Tensor dg, Tensor dO, Tensor da, int from, int n, int B) {
        return false;
    }

    /** {@code unrolled.nn.Gru}, reset after the product, from a = Wx x + b on. */
    default boolean gru(Tensor Whrz, Tensor Whn, Tensor bhn, Tensor a, Tensor r, Tensor z, Tensor n, Tensor m, Tensor h,
            int from, int count, int B) {
        return false;
    }

    /** Back through it to da, dm and the state before. */
    default boolean gruBackward(Tensor Whrz, Tensor Whn, Tensor r, Tensor z, Tensor n, Tensor m, Tensor h, Tensor dh,
            Tensor dr, Tensor dz, Tensor dn, Tensor dm, Tensor da, int from, int count, int B) {
        return false;
    }

    /** {@code unrolled.nn.Elman} with tanh, from a = Wx x + b on. */
    default boolean elman(Tensor Wh, Tensor a, Tensor h, int from, int n, int B) {
        return false;
    }

    /** Back through it to da and the state before. */
    default boolean elmanBackward(Tensor Wh, Tensor h, Tensor dh, Tensor da, int from, int n, int B) {
        return false;
    }

    /**
     * g = gradient + weightDecay · value, velocity = momentum · velocity + g, value −= learningRate · step, where step
     * is velocity, or g + momentum · velocity if {@code nesterov}; all vectors.
     */
    void sgd(Tensor value, Tensor gradient, Tensor velocity, double learningRate, double momentum, boolean nesterov,
            double weightDecay);

    /**
     * g = gradient + weightDecay · value, s = decay · s + (1 − decay) · g²,
     * value −= learningRate · g / (√s + epsilon); all vectors.
     */
    void rmsProp(Tensor value, Tensor gradient, Tensor s, double learningRate, double decay, double epsilon,
            double weightDecay);

    /**
     * g = gradient + weightDecay · value, m = beta1 · m + (1 − beta1) · g, s = beta2 · s + (1 − beta2) · g²,
     * value −= learningRate · (m / correction1) / (√(s / correction2) + epsilon); all vectors.
     */
    void adam(Tensor value, Tensor gradient, Tensor m, Tensor s, double learningRate, double beta1, double beta2,
            double correction1, double correction2, double epsilon, double weightDecay);

    /** √ Σ v². */
    double norm(Tensor v);

    /** v = factor · v, for a vector v. */
    void scale(Tensor v, double factor);
}
