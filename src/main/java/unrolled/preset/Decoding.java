package unrolled.preset;

/**
 * How the model writes: from {@code prime} on, {@code length} symbols.
 *
 * @param temperature divides the logits before the draw; 1 draws as the model believes
 */
public record Decoding(String prime, int length, double temperature) { }
