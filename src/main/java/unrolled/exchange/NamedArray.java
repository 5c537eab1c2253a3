package unrolled.exchange;

/**
 * Numbers with a name and a shape, row by row, as files hold them.
 *
 * @param data as many as the product of the shape; of an empty shape one
 */
public record NamedArray(String name, int[] shape, float[] data) {

    /** As error messages and tables show it: [64, 16]. */
    static String shown(int[] shape) {
        StringBuilder text = new StringBuilder("[");
        for (int i = 0; i < shape.length; i++) {
            text.append(i > 0 ? ", " : "").append(shape[i]);
        }
        return text.append(']').toString();
    }
}
