package unrolled.lab;

import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import unrolled.preset.Check.On;

/** What a view wants to know more exactly; what it does not say has a usual value. */
record Asked(JsonObject json) {

    String word(String name, String usual) {
        JsonValue value = json.get(name);
        return value != null && value.isString() ? value.asString() : usual;
    }

    double number(String name, double usual) {
        JsonValue value = json.get(name);
        return value != null && value.isNumber() ? value.asDouble() : usual;
    }

    int integer(String name, int usual, int least, int most) {
        double value = number(name, usual);
        Lab.require(value >= least && value <= most && value == (int) value, name + " must be a whole number "
                + least + ".." + most + ", got " + value);
        return (int) value;
    }

    List<String> words(String name) {
        List<String> words = new ArrayList<>();
        JsonValue value = json.get(name);
        if (value != null && value.isArray()) {
            for (JsonValue word : value.asArray()) {
                words.add(word.isString() ? word.asString() : word.toString());
            }
        }
        return words;
    }

    List<Double> numbers(String name) {
        List<Double> numbers = new ArrayList<>();
        JsonValue value = json.get(name);
        if (value != null && value.isArray()) {
            for (JsonValue number : value.asArray()) {
                numbers.add(number.asDouble());
            }
        }
        return numbers;
    }

    On on() {
        return switch (word("on", "train")) {
            case "test" -> On.TEST;
            case "validation" -> On.VALIDATION;
            default -> On.TRAIN;
        };
    }
}
