package unrolled.tensor;

/** The step from one state to the next, and back, element by element; equations at {@link Kernels}. */
final class States {
    private States() {
    }

    static void lstm(Tensor i, Tensor f, Tensor g, Tensor o, Tensor cPrev, Tensor c, Tensor tanhC, Tensor h,
            int from, int n) {
        Memory m = c.memory;
        for (int r = from; r < from + n; r++) {
            int ri = i.start(r), rf = f.start(r), rg = g.start(r), ro = o.start(r);
            int rcPrev = cPrev.start(r), rc = c.start(r), rtanhC = tanhC.start(r), rh = h.start(r);
            for (int j = 0; j < c.cols; j++) {
                m.set(rc + j, m.get(rf + j) * m.get(rcPrev + j) + m.get(ri + j) * m.get(rg + j));
                m.set(rtanhC + j, Numbers.tanh(m.get(rc + j)));
                m.set(rh + j, m.get(ro + j) * m.get(rtanhC + j));
            }
        }
    }

    static void lstmBackward(Tensor i, Tensor f, Tensor g, Tensor o, Tensor cPrev, Tensor tanhC, Tensor dh, Tensor dc,
            Tensor di, Tensor df, Tensor dg, Tensor dO, Tensor dcPrev, int from, int n) {
        Memory m = dc.memory;
        for (int r = from; r < from + n; r++) {
            int ri = i.start(r), rf = f.start(r), rg = g.start(r), ro = o.start(r);
            int rcPrev = cPrev.start(r), rtanhC = tanhC.start(r), rdh = dh.start(r), rdc = dc.start(r);
            int rdi = di.start(r), rdf = df.start(r), rdg = dg.start(r), rdO = dO.start(r), rdcPrev = dcPrev.start(r);
            for (int j = 0; j < dc.cols; j++) {
                double tanh = m.get(rtanhC + j);
                m.set(rdO + j, m.get(rdh + j) * tanh);
                double d = m.get(rdc + j) + m.get(rdh + j) * m.get(ro + j) * (1 - tanh * tanh);
                m.set(rdc + j, d);
                m.set(rdi + j, d * m.get(rg + j));
                m.set(rdf + j, d * m.get(rcPrev + j));
                m.set(rdg + j, d * m.get(ri + j));
                m.set(rdcPrev + j, d * m.get(rf + j));
            }
        }
    }

    static void gru(Tensor z, Tensor n, Tensor hPrev, Tensor h, int from, int count) {
        Memory m = h.memory;
        for (int r = from; r < from + count; r++) {
            int rz = z.start(r), rn = n.start(r), rhPrev = hPrev.start(r), rh = h.start(r);
            for (int j = 0; j < h.cols; j++) {
                double keep = m.get(rz + j);
                m.set(rh + j, (1 - keep) * m.get(rn + j) + keep * m.get(rhPrev + j));
            }
        }
    }

    static void gruBackward(Tensor z, Tensor n, Tensor hPrev, Tensor dh, Tensor dz, Tensor dn, Tensor dhPrev,
            int from, int count) {
        Memory m = dh.memory;
        for (int r = from; r < from + count; r++) {
            int rz = z.start(r), rn = n.start(r), rhPrev = hPrev.start(r), rdh = dh.start(r);
            int rdz = dz.start(r), rdn = dn.start(r), rdhPrev = dhPrev.start(r);
            for (int j = 0; j < dh.cols; j++) {
                double d = m.get(rdh + j);
                double keep = m.get(rz + j);
                m.set(rdz + j, d * (m.get(rhPrev + j) - m.get(rn + j)));
                m.set(rdn + j, d * (1 - keep));
                m.set(rdhPrev + j, m.get(rdhPrev + j) + d * keep);
            }
        }
    }
}
