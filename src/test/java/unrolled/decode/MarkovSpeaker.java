package unrolled.decode;

/** A table of p(next | last): row 0 is for the first symbol, row 1 + s for what follows symbol s. */
final class MarkovSpeaker implements Speaker {
    private final double[][] table;
    private int last;

    MarkovSpeaker(double[][] table) {
        this.table = table;
    }

    @Override
    public int symbols() {
        return table[0].length;
    }

    @Override
    public void start(int[] prime) {
        last = -1;
        for (int symbol : prime) {
            read(symbol);
        }
    }

    @Override
    public void read(int symbol) {
        last = symbol;
    }

    @Override
    public void logProbabilities(double[] logp) {
        for (int j = 0; j < logp.length; j++) {
            logp[j] = Math.log(table[1 + last][j]);
        }
    }

    @Override
    public double[] state() {
        return new double[] {last};
    }

    @Override
    public void restore(double[] state) {
        last = (int) state[0];
    }
}
