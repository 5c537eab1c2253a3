package unrolled.nn;

/** What a parameter is called and how large it is: a matrix rows × cols, or with {@code cols} 0 a vector of rows. */
public record Shape(String name, int rows, int cols) {
    public int size() {
        return cols == 0 ? rows : rows * cols;
    }

    boolean vector() {
        return cols == 0;
    }
}
