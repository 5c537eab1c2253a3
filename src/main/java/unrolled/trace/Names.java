package unrolled.trace;

/** How names are made from names. */
final class Names {
    private Names() { }

    /** {@code Wx} gives {@code dWx}, {@code l2.Wx.f} gives {@code l2.dWx.f}. */
    static String gradient(String name) {
        boolean prefixed = name.length() > 2 && name.charAt(0) == 'l' && Character.isDigit(name.charAt(1));
        int at = prefixed ? name.indexOf('.') + 1 : 0;
        return name.substring(0, at) + "d" + name.substring(at);
    }
}
