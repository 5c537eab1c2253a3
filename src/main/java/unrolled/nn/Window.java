package unrolled.nn;

import java.util.ArrayList;
import java.util.List;
import unrolled.tensor.Memory;
import unrolled.tensor.Tensor;

/**
 * What lies around a step, one below the other.
 *
 * <pre>
 *   window(t) = [x(t−K); … x(t); … x(t+M)]  T × (K+1+M)·X, 0 beyond the ends of the sequence
 *   turned:     [x(t+M); … x(t); … x(t−K)]
 *   dx(t) = Σ over the parts, each from the step in whose window x(t) stands there
 * </pre>
 */
public final class Window implements Layer {
    private final Memory memory;
    private final int before;
    private final int parts;
    private final boolean turned;
    private final int X;
    private final int B;
    // what lies before the first step, in row b of sequence b: [x(−K); … x(−1)]
    private final Tensor past;
    private final Tensor window, dwindow;

    /** A window over {@code before} steps, the step itself and {@code after} more, for T steps of B sequences. */
    public Window(Memory m, int before, int after, boolean turned, int X, int T, int B) {
        this.memory = m;
        this.before = before;
        this.parts = before + 1 + after;
        this.turned = turned;
        this.X = X;
        this.B = B;
        past = Tensor.matrix(m, B, before * X);
        window = Tensor.matrix(m, T * B, parts * X);
        dwindow = Tensor.matrix(m, T * B, parts * X);
    }

    @Override
    public void forward(Tensor x, int from, int n) {
        int end = (from + n) * B;
        for (int r = from * B; r < end; r++) {
            for (int p = 0; p < parts; p++) {
                int to = place(window, r, p);
                int source = r + (p - before) * B;
                if (source < 0) {
                    memory.copy(past.start(r % B) + (p + r / B) * X, to, X);
                } else if (source < end) {
                    memory.copy(x.start(source), to, X);
                } else {
                    memory.fill(to, X, 0);
                }
            }
        }
    }

    /** Where part {@code p}, counted from the earliest step, begins in row {@code r}. */
    private int place(Tensor tensor, int r, int p) {
        return tensor.start(r) + (turned ? parts - 1 - p : p) * X;
    }

    /** Steps before {@code from} that the windows reach are overwritten in dx too. */
    @Override
    public void backward(Tensor x, Tensor dx, int from, int n) {
        if (dx == null) {
            return;
        }
        int end = (from + n) * B;
        for (int source = Math.max(0, from - before) * B; source < end; source++) {
            memory.fill(dx.start(source), X, 0);
            for (int p = 0; p < parts; p++) {
                int r = source - (p - before) * B;
                if (r >= from * B && r < end) {
                    add(place(dwindow, r, p), dx.start(source));
                }
            }
        }
    }

    private void add(int from, int to) {
        for (int j = 0; j < X; j++) {
            memory.set(to + j, memory.get(to + j) + memory.get(from + j));
        }
    }

    @Override
    public void start() {
        past.fill(0);
    }

    @Override
    public List<Tensor> carried() {
        return List.of(past);
    }

    @Override
    public void carry(int T) {
        for (int b = 0; b < B; b++) {
            for (int p = 0; p < before; p++) {
                memory.copy(place(window, (T - 1) * B + b, p + 1), past.start(b) + p * X, X);
            }
        }
    }

    /** window, T·B × parts·X. */
    @Override
    public Tensor h() {
        return window;
    }

    /** dwindow, T·B × parts·X. */
    @Override
    public Tensor dh() {
        return dwindow;
    }

    @Override
    public List<Named> named() {
        List<Named> named = new ArrayList<>(List.of(new Named("window", window)));
        named.addAll(gradients());
        return named;
    }

    /** dwindow, and as {@code dwindow.1}, {@code dwindow.2} … its parts in their order. */
    List<Named> gradients() {
        List<Named> named = new ArrayList<>(List.of(new Named("dwindow", dwindow)));
        for (int p = 0; p < parts; p++) {
            named.add(new Named("dwindow." + (p + 1), dwindow.columns(p * X, X)));
        }
        return named;
    }
}
