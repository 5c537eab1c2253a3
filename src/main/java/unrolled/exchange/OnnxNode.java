package unrolled.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An operator of an ONNX graph as it stands in the file. */
final class OnnxNode {
    final String operator;
    final List<String> inputs = new ArrayList<>();
    final List<String> outputs = new ArrayList<>();
    private final String name;
    private final Map<String, String> words = new HashMap<>();
    private final Map<String, Long> numbers = new HashMap<>();
    private final Map<String, Float> floats = new HashMap<>();

    /** @param constants to which it is added if it is one */
    OnnxNode(ProtoReader reader, List<OnnxConstant> constants) {
        String kind = "";
        String called = "";
        List<ProtoReader> attributes = new ArrayList<>();
        while (reader.next()) {
            switch (reader.field()) {
                case 1 -> inputs.add(reader.text());
                case 2 -> outputs.add(reader.text());
                case 3 -> called = reader.text();
                case 4 -> kind = reader.text();
                case 5 -> attributes.add(reader.message());
                default -> { }                              // words about it
            }
        }
        operator = kind;
        name = called;
        for (ProtoReader attribute : attributes) {
            attribute(attribute, constants);
        }
    }

    private void attribute(ProtoReader attribute, List<OnnxConstant> constants) {
        String key = "";
        String text = "";
        while (attribute.next()) {
            switch (attribute.field()) {
                case 1 -> key = attribute.text();
                case 2 -> floats.put(key, attribute.float32());
                case 3 -> numbers.put(key, attribute.number());
                case 4, 9 -> text += (text.isEmpty() ? "" : " ") + attribute.text();
                case 5 -> {
                    if (operator.equals("Constant") && outputs.size() == 1) {
                        constants.add(OnnxConstant.read(attribute.message(), outputs.get(0)));
                    }
                }
                default -> { }
            }
        }
        words.put(key, text);
    }

    /** The i-th input's name, empty where it is left out. */
    String input(int i) {
        return i < inputs.size() ? inputs.get(i) : "";
    }

    String word(String attribute, String otherwise) {
        return words.getOrDefault(attribute, "").isEmpty() ? otherwise : words.get(attribute);
    }

    long number(String attribute, long otherwise) {
        return numbers.getOrDefault(attribute, otherwise);
    }

    float real(String attribute, float otherwise) {
        return floats.getOrDefault(attribute, otherwise);
    }

    boolean has(String attribute) {
        return floats.containsKey(attribute);
    }

    /** As messages name it. */
    String shown() {
        return operator + (name.isEmpty() ? "" : " " + SafetensorsReader.shown(name));
    }
}
