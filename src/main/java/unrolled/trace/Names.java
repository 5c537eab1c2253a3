package unrolled.trace;

import java.util.List;
import unrolled.nn.Bidirectional;
import unrolled.nn.EncoderDecoder;

/** How names are made from names: a layer, a direction, then the letter ({@code l2.rev.Wx.f}). */
public final class Names {
    private static final List<String> PARTS = List.of(Bidirectional.REVERSE, EncoderDecoder.ENCODER,
            EncoderDecoder.DECODER);

    private Names() { }

    /** {@code Wx} gives {@code dWx}, {@code l2.rev.Wx.f} gives {@code l2.rev.dWx.f}. */
    public static String gradient(String name) {
        int at = prefix(name);
        return name.substring(0, at) + "d" + name.substring(at);
    }

    /** {@code l2.Wx.f} gives {@code l2.ΔWx.f}. */
    public static String change(String name) {
        int at = prefix(name);
        return name.substring(0, at) + "Δ" + name.substring(at);
    }

    /** Whether a tensor belongs to the direction that runs from the last step back. */
    public static boolean reversed(String name) {
        return name.startsWith(Bidirectional.REVERSE, layer(name));
    }

    /** How long the layer's part of a name is: {@code l2.} or nothing. */
    public static int layer(String name) {
        boolean layered = name.length() > 2 && name.charAt(0) == 'l' && Character.isDigit(name.charAt(1));
        return layered ? name.indexOf('.') + 1 : 0;
    }

    /** How long the layer's and the direction's part of a name is. */
    public static int prefix(String name) {
        int layer = layer(name);
        for (String part : PARTS) {
            if (name.startsWith(part, layer)) {
                return layer + part.length();
            }
        }
        return layer;
    }
}
