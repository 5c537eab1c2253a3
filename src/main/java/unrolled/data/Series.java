package unrolled.data;

/**
 * One generated sequence of numbers.
 *
 * @param inputs  T × X
 * @param targets T × Y
 */
public record Series(double[][] inputs, double[][] targets) { }
