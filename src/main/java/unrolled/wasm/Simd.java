package unrolled.wasm;

import org.teavm.interop.Import;

/**
 * The functions of web/engine/kernels, a module of its own on the same memory; what they compute stands there. Where a
 * browser has no SIMD, {@link #lanes} gives 0 and none of the others may be called.
 */
final class Simd {
    /** Whether there are such functions here. */
    static final boolean THERE = lanes() > 0;

    private Simd() { }

    @Import(module = "kernels", name = "lanes")
    private static native int lanes();

    @Import(module = "kernels", name = "clear")
    static native void clear(int y, int n);

    @Import(module = "kernels", name = "copy")
    static native void copy(int x, int y, int n);

    @Import(module = "kernels", name = "spread")
    static native void spread(int b, int y, int yRow, int cols, int n);

    @Import(module = "kernels", name = "product")
    static native void product(int c, int cRow, int a, int aRow, int aCol, int b, int bRow, int bPanel, int m, int n,
            int k);

    @Import(module = "kernels", name = "pack")
    static native void pack(int W, int stride, int rows, int cols, int out);

    @Import(module = "kernels", name = "columns")
    static native void columns(int W, int stride, int rows, int cols, int x, int xRow, int y, int yRow, int n,
            boolean back);

    @Import(module = "kernels", name = "squash")
    static native void squash(int a, int y, int n, boolean tanh);

    @Import(module = "kernels", name = "softmax")
    static native void softmax(int a, int aRow, int y, int yRow, int cols, int n);

    @Import(module = "kernels", name = "crossEntropyBackward")
    static native void crossEntropyBackward(int y, int yRow, int target, int weight, int dlogits, int dRow, int cols,
            int n);

    @Import(module = "kernels", name = "lstm")
    static native void lstm(int Wh, int H, int B, int n, int a, int i, int f, int g, int o, int c, int tanhC, int h);

    @Import(module = "kernels", name = "lstmBackward")
    static native void lstmBackward(int Wh, int H, int B, int n, int i, int f, int g, int o, int c, int tanhC, int dh,
            int dc, int di, int df, int dg, int dO, int da);

    @Import(module = "kernels", name = "gru")
    static native void gru(int Wrz, int Wn, int bhn, int H, int B, int n, int a, int r, int z, int nn, int m, int h);

    @Import(module = "kernels", name = "gruBackward")
    static native void gruBackward(int Wrz, int Wn, int H, int B, int n, int r, int z, int nn, int m, int h, int dh,
            int dr, int dz, int dn, int dm, int da);

    @Import(module = "kernels", name = "elman")
    static native void elman(int Wh, int H, int B, int n, int a, int h);

    @Import(module = "kernels", name = "elmanBackward")
    static native void elmanBackward(int Wh, int H, int B, int n, int h, int dh, int da);

    @Import(module = "kernels", name = "adam")
    static native void adam(int w, int g, int m, int s, int n, float step, float u, float v, float factor,
            float epsilon, float decay);

    @Import(module = "kernels", name = "squares")
    static native double squares(int x, int n);

    @Import(module = "kernels", name = "multiply")
    static native void multiply(int x, int y, int n, float factor);
}
