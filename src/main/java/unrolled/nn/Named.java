package unrolled.nn;

import unrolled.tensor.Tensor;

/** A tensor and what the equations call it. */
public record Named(String name, Tensor tensor) {

    /** Whether it belongs to a layer that runs from the last step back. */
    public boolean reversed() {
        return name.startsWith(Bidirectional.REVERSE);
    }

    /** Its name within its direction. */
    public String bare() {
        return reversed() ? name.substring(Bidirectional.REVERSE.length()) : name;
    }

    /** Whether it is a gradient. */
    public boolean flowsBack() {
        return bare().startsWith("d");
    }

    /** Whether it is a state handed in. */
    public boolean initial() {
        return bare().endsWith("0") && !flowsBack();
    }
}
