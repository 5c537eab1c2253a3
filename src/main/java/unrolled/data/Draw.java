package unrolled.data;

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

    /** @throws IllegalArgumentException if {@code value} is not within {@code least..most} */
    static void requireBetween(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " must be " + least + ".." + most + ", got " + value);
        }
    }
}
