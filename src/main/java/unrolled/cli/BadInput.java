package unrolled.cli;

/** What was asked for cannot be done, and the message says what, the rule and the value: one line, exit code 2. */
final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1;

    BadInput(String message) {
        super(message);
    }
}
