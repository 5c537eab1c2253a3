package unrolled.nn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import unrolled.tensor.Kernels;
import unrolled.tensor.Memory;
import unrolled.tensor.Tensor;

/**
 * Two layers over the same input, one from the first step on and one from the last step back (Schuster and Paliwal,
 * 1997).
 *
 * <pre>
 *   both(t) = [h(t); rev.h(t)]              T × 2H; rev.h(t) comes from x(t) and rev.h(t+1)
 *   dh(t) += dboth(t) upper half            rev.dh(t) += dboth(t) lower half
 * </pre>
 *
 * <p>The second layer runs on views of the rows in reverse. With them the sequences side by side turn over too: its
 * sequence b is
 * row B − 1 − b of its state.
 */
public final class Bidirectional implements Recurrent {
    /** What the names of the layer that runs back begin with. */
    public static final String REVERSE = "rev.";

    private final Kernels k;
    private final int B;
    private final Recurrent forward, reverse;
    private final Map<String, Tensor> heldInReverse = new HashMap<>();
    private final Tensor both, dboth, half, dhalf, reverseHalf, dReverseHalf, dxReverse;

    /** Both layers built for at most T steps of B sequences of X numbers, and with the same number H of units. */
    public Bidirectional(Kernels k, Memory m, Recurrent forward, Recurrent reverse, int X, int H, int T, int B) {
        this.k = k;
        this.B = B;
        this.forward = forward;
        this.reverse = reverse;
        both = Tensor.matrix(m, T * B, 2 * H);
        dboth = Tensor.matrix(m, T * B, 2 * H);
        half = both.columns(0, H);
        dhalf = dboth.columns(0, H);
        reverseHalf = both.columns(H, H);
        dReverseHalf = dboth.columns(H, H);
        dxReverse = Tensor.matrix(m, T * B, X);
    }

    /** Only from the first step on, as the layer that runs back begins at the last. */
    @Override
    public void forward(Tensor x, int from, int n) {
        int rows = n * B;
        turnHeld(rows);
        forward.forward(x, n);
        reverse.forward(x.reversed(rows), n);
        k.copy(forward.h(), half, 0, rows);
        k.copy(reverse.h(), reverseHalf.reversed(rows), 0, rows);
    }

    @Override
    public void backward(Tensor x, Tensor dx, int from, int n) {
        int rows = n * B;
        k.copy(dhalf, forward.dh(), 0, rows);
        k.copy(dReverseHalf.reversed(rows), reverse.dh(), 0, rows);
        forward.backward(x, dx, n);
        reverse.backward(x.reversed(rows), dx == null ? null : dxReverse, n);
        if (dx != null) {
            k.add(dxReverse.reversed(rows), dx, 0, rows);
        }
    }

    /** What is held has a row a step, as all that comes in and goes out. */
    private void turnHeld(int rows) {
        for (Map.Entry<String, Tensor> set : heldInReverse.entrySet()) {
            reverse.hold(set.getKey(), set.getValue().reversed(rows));
        }
    }

    /** What begins with {@link #REVERSE} is of the layer that runs back. */
    @Override
    public void hold(String letter, Tensor set) {
        if (!letter.startsWith(REVERSE)) {
            forward.hold(letter, set);
            return;
        }
        String own = letter.substring(REVERSE.length());
        reverse.hold(own, null);
        if (set == null) {
            heldInReverse.remove(own);
        } else {
            heldInReverse.put(own, set);
        }
    }

    /** Nothing comes from outside: each direction sees to its own end. */
    @Override
    public void end(int T) { }

    @Override
    public void truncate(int k) {
        forward.truncate(k);
        reverse.truncate(k);
    }

    /** The layer that runs back starts anew: what comes after this piece is not known yet. */
    @Override
    public void carry(int T) {
        forward.carry(T);
    }

    /** both, T·B × 2H. */
    @Override
    public Tensor h() {
        return both;
    }

    /** dboth, T·B × 2H. */
    @Override
    public Tensor dh() {
        return dboth;
    }

    @Override
    public Tensor h0() {
        return forward.h0();
    }

    @Override
    public List<String> gates() {
        return forward.gates();
    }

    /** The layer that runs back, its rows in the order in which it runs. */
    Recurrent reverse() {
        return reverse;
    }

    /**
     * Tensors of the layer that runs back begin with {@link #REVERSE}; their rows stand in the order in which it runs.
     */
    @Override
    public List<Named> named() {
        List<Named> named = new ArrayList<>(forward.named());
        for (Named one : reverse.named()) {
            named.add(new Named(REVERSE + one.name(), one.tensor()));
        }
        named.add(new Named("both", both));
        named.add(new Named("dboth", dboth));
        named.add(new Named("dboth.f", dhalf));
        named.add(new Named("dboth.r", dReverseHalf));
        return named;
    }
}
