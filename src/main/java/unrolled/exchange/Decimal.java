package unrolled.exchange;

/** Numbers as programs read them. */
final class Decimal {
    private Decimal() { }

    /** A short decimal that is this float32; nan, inf and −inf as Python and C write them. */
    static String of(double value) {
        float number = (float) value;
        if (number != number) {
            return "nan";
        } else if (number - number != 0) {
            return number > 0 ? "inf" : "-inf";
        }
        String text = Float.toString(number);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text.replace(".0E", "e").replace('E', 'e');
    }
}
