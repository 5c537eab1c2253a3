package unrolled.lab;

/** Training has reached what it was to stop at: no fault, but the end of it. */
public final class Stopped extends IllegalStateException {
    private static final long serialVersionUID = 1;

    Stopped(String message) {
        super(message);
    }
}
