package unrolled.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A drawing as lines of text that a person can compare: a line for each shape in the order of painting, rounded to whole
 * pixels and 16 levels of a colour; boxes of one height beside each other share a line. Writing is left out, so that
 * fonts do not matter.
 */
final class Shapes {
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-z-]+)=\"([^\"]*)\"");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?(?:e-?\\d+)?");
    private static final Pattern BOX = Pattern.compile("M(\\S+) (\\S+)L(\\S+) \\2L\\3 (\\S+)L\\1 \\4Z");
    private static final Pattern RGB = Pattern.compile("rgb\\((\\d+), ?(\\d+), ?(\\d+)\\)");
    private static final Pattern HEX = Pattern.compile("#([0-9a-f])([0-9a-f])([0-9a-f])([0-9a-f])([0-9a-f])([0-9a-f])");

    private Shapes() { }

    /** The lines of a drawing as the page writes it, an element a line. */
    static List<String> of(String svg) {
        List<String> lines = new ArrayList<>();
        String row = "";
        for (String element : svg.split("\n")) {
            String shape = shape(element);
            if (shape.isEmpty()) {
                continue;
            }
            int end = Math.max(shape.indexOf(" | "), shape.indexOf(','));
            String start = end < 0 ? "" : shape.substring(0, end);
            if (end >= 0 && start.equals(row)) {
                lines.set(lines.size() - 1, lines.get(lines.size() - 1) + shape.substring(end));
            } else {
                lines.add(shape);
            }
            row = start;
        }
        return lines;
    }

    private static String shape(String element) {
        if (element.startsWith("<svg ")) {
            return rounded(element.replaceAll(".* (viewBox=\"[^\"]*\").*", "sheet $1"));
        }
        if (!element.startsWith("<path ")) {
            return "";
        }
        String path = "";
        String fill = "";
        StringBuilder rest = new StringBuilder();
        for (Matcher m = ATTRIBUTE.matcher(element); m.find();) {
            switch (m.group(1)) {
                case "d" -> path = m.group(2);
                case "fill" -> fill = colour(m.group(2));
                case "stroke" -> rest.append(", stroke ").append(colour(m.group(2)));
                case "opacity" -> rest.append(String.format(Locale.ROOT, " opacity %.1f", Double.parseDouble(m.group(2))));
                case "shape-rendering" -> { }
                default -> rest.append(' ').append(m.group(1).replace("stroke-", "")).append(' ').append(rounded(m.group(2)));
            }
        }
        Matcher box = BOX.matcher(path);
        if (box.matches()) {
            long[] at = {whole(box.group(1)), whole(box.group(2)), whole(box.group(3)), whole(box.group(4))};
            return "boxes at y " + at[1] + " " + (at[3] - at[1]) + " high" + rest + " | " + at[0] + "+" + (at[2] - at[0]) + (fill.equals("none") ? "" : " " + fill);
        }
        return "path " + rounded(path) + (fill.equals("none") ? "" : ", fill " + fill) + rest;
    }

    private static String colour(String colour) {
        Matcher rgb = RGB.matcher(colour);
        if (rgb.matches()) {
            return String.format("#%x%x%x", Integer.parseInt(rgb.group(1)) / 16, Integer.parseInt(rgb.group(2)) / 16, Integer.parseInt(rgb.group(3)) / 16);
        }
        Matcher hex = HEX.matcher(colour);
        return hex.matches() ? "#" + hex.group(1) + hex.group(3) + hex.group(5) : colour.replaceAll("#d\\d+", "gradient");
    }

    private static String rounded(String text) {
        return NUMBER.matcher(text).replaceAll(number -> String.valueOf(whole(number.group())));
    }

    /** Half pixels are everywhere: the last digits of a cosine must not decide which way they go. */
    private static long whole(String number) {
        return Math.round(Double.parseDouble(number) + 0.02);
    }
}
