package unrolled.preset;

/**
 * How the model writes: from {@code prime} on, {@code length} symbols.
 *
 * @param temperature divides the logits before the draw; 1 draws as the model believes
 * @param topK        only so many of the likeliest symbols are drawn from; 0 for all
 * @param topP        only the likeliest symbols that make up this share are drawn from; 1 for all
 * @param beam        how many texts a beam search keeps
 */
public record Decoding(String prime, int length, double temperature, int topK, double topP, int beam) { }
