package unrolled.data;

import unrolled.tensor.Numbers;
import unrolled.tensor.Rng;

/** Draws that the task generators share. */
final class Draw {
    private Draw() { }

    /** One of 0 … n − 1, each as likely. */
    static int below(int n, Rng rng) {
        return (int) (n * rng.nextDouble());
    }

    static String oneOf(String[] words, Rng rng) {
        return words[below(words.length, rng)];
    }

    /** Normal with mean 0 and variance 1, by the polar method (Marsaglia and Bray, 1964); one of the pair is unused. */
    static double gaussian(Rng rng) {
        double u;
        double s;
        do {
            u = rng.uniform(-1, 1);
            double v = rng.uniform(-1, 1);
            s = u * u + v * v;
        } while (s >= 1 || s == 0);
        return u * Numbers.sqrt(-2 * Numbers.log(s) / s);
    }

    /** @throws IllegalArgumentException if {@code value} is not within {@code least..most} */
    static void requireBetween(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " must be " + least + ".." + most + ", got " + value);
        }
    }
}
