package unrolled.decode;

/** A model that says one symbol after the other: what comes next depends on what it has read. */
public interface Speaker {

    /** V; symbols are the numbers 0..V−1. */
    int symbols();

    /** Forgets everything, then reads the prime. */
    void start(int[] prime);

    /** Takes in the next symbol. */
    void read(int symbol);

    /** Writes log p(next symbol | all that was read) for every symbol; −∞ for one that cannot come. */
    void logProbabilities(double[] logp);

    /** A copy of all that it knows of what it has read. */
    double[] state();

    /** Makes what was read before {@link #state()} was taken all that was read. */
    void restore(double[] state);
}
