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

    /** Whether it is a gradient: d, and then the name of that whose gradient it is. */
    public boolean flowsBack() {
        return bare().startsWith("d") && !bare().equals(Dropout.DROPPED);
    }

    /** Whether it is of the moment before the first step: a state handed in, or the gradient of one. */
    public boolean beforeFirst() {
        return bare().endsWith("0") && bare().indexOf('.') < 0;
    }

    /** Whether it is a state handed in. */
    public boolean initial() {
        return beforeFirst() && !flowsBack();
    }
}
