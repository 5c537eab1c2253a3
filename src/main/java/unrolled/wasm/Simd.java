package unrolled.wasm;

import org.teavm.interop.Import;

/**
 * The functions of web/engine/kernels.wat, a module of its own on the same memory; what they compute stands there.
 * Where a browser has no SIMD, {@link #lanes} gives 0 and none of the others may be called.
 */
final class Simd {
    /** Whether there are such functions here. */
    static final boolean THERE = lanes() > 0;

    private Simd() { }

    @Import(module = "kernels", name = "lanes")
    private static native int lanes();

    @Import(module = "kernels", name = "timesAdd")
    static native void timesAdd(int W, int stride, int rows, int cols, int x, int xStride, int y, int yStride, int n);

    @Import(module = "kernels", name = "transposedAdd")
    static native void transposedAdd(int W, int stride, int rows, int cols, int dy, int dyStride, int dx,
            int dxStride, int n);

    @Import(module = "kernels", name = "outerAdd")
    static native void outerAdd(int dy, int dyStride, int x, int xStride, int W, int stride, int rows, int cols,
            int n);

    @Import(module = "kernels", name = "sigmoid")
    static native void sigmoid(int a, int y, int cols);

    @Import(module = "kernels", name = "tanh")
    static native void tanh(int a, int y, int cols);

    @Import(module = "kernels", name = "expSum")
    static native double expSum(int a, int y, double most, int cols);

    @Import(module = "kernels", name = "sigmoidBackward")
    static native void sigmoidBackward(int y, int dy, int da, int cols);

    @Import(module = "kernels", name = "tanhBackward")
    static native void tanhBackward(int y, int dy, int da, int cols);

    @Import(module = "kernels", name = "lstmStateBackward")
    static native void lstmStateBackward(int i, int f, int g, int o, int cPrev, int tanhC, int dh, int dc, int di,
            int df, int dg, int dO, int dcPrev, int cols);

    @Import(module = "kernels", name = "adam")
    static native void adam(int w, int g, int m, int s, int n, double step, double beta1, double u, double beta2,
            double v, double factor, double epsilon, double decay);

    @Import(module = "kernels", name = "squares")
    static native double squares(int x, int n);

    @Import(module = "kernels", name = "clear")
    static native void clear(int x, int n);
}
