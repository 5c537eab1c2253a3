package unrolled.exchange;

import java.util.List;

/**
 * A graph of ONNX operators, built node by node, and the file that holds it. A node's output is named by the node, so
 * that the value a method gives back is what the next node takes in.
 */
final class OnnxGraph {
    private static final int FLOAT = 1;                         // TensorProto.DataType
    private static final int INT64 = 7;
    private static final int OF_INT = 2;                        // AttributeProto.AttributeType
    private static final int OF_STRING = 3;
    private static final int OF_FLOATS = 6;
    private static final int OF_INTS = 7;
    private static final int OF_STRINGS = 8;
    private static final int IR_VERSION = 8;
    private static final int OPSET = 17;

    private final Proto graph = new Proto();
    private final Proto nodes = new Proto();
    private int named;

    /** The attributes of one node. */
    static final class Attributes {
        private final Proto into = new Proto();

        Attributes number(String name, long value) {
            return add(new Proto().text(1, name).number(3, value).number(20, OF_INT));
        }

        Attributes word(String name, String value) {
            return add(new Proto().text(1, name).text(4, value).number(20, OF_STRING));
        }

        Attributes words(String name, List<String> values) {
            Proto list = new Proto().text(1, name);
            values.forEach(value -> list.text(9, value));
            return add(list.number(20, OF_STRINGS));
        }

        Attributes numbers(String name, int... values) {
            Proto list = new Proto().text(1, name);
            for (int value : values) {
                list.number(8, value);
            }
            return add(list.number(20, OF_INTS));
        }

        Attributes floats(String name, int n, float value) {
            Proto list = new Proto().text(1, name);
            for (int i = 0; i < n; i++) {
                list.float32(7, value);
            }
            return add(list.number(20, OF_FLOATS));
        }

        private Attributes add(Proto attribute) {
            into.message(5, attribute);
            return this;
        }
    }

    /** The node's one output. @param inputs an empty name leaves an optional one out */
    String node(String operator, Attributes attributes, String... inputs) {
        String output = operator.toLowerCase() + "_" + ++named;
        return named(output, operator, attributes, inputs);
    }

    String node(String operator, String... inputs) {
        return node(operator, new Attributes(), inputs);
    }

    private String named(String output, String operator, Attributes attributes, String... inputs) {
        Proto node = new Proto();
        for (String input : inputs) {
            node.text(1, input);
        }
        node.text(2, output).text(3, output).text(4, operator);
        nodes.message(1, node.append(attributes.into));
        return output;
    }

    /** The value under a name of its own, as an output of the model: T or nothing, then B, then {@code width} numbers. */
    void output(String name, String value, boolean steps, int width) {
        named(name, "Identity", new Attributes(), value);
        graph.message(12, info(name, FLOAT, steps, width));
    }

    /** An input of the model: T × B × width numbers, or T × B indices where {@code width} is 0. */
    String input(String name, int width) {
        graph.message(11, info(name, width == 0 ? INT64 : FLOAT, true, width));
        return name;
    }

    /** A constant. */
    String floats(String name, int[] shape, double[] data) {
        Bytes raw = new Bytes();
        for (double value : data) {
            raw.float32((float) value);
        }
        return constant(name, FLOAT, shape, raw);
    }

    /** A constant vector of whole numbers. */
    String numbers(int... values) {
        Bytes raw = new Bytes();
        for (int value : values) {
            raw.number(value, 8);
        }
        return constant("numbers_" + ++named, INT64, new int[] {values.length}, raw);
    }

    /** A constant whole number. */
    String number(int value) {
        return constant("number_" + ++named, INT64, new int[0], new Bytes().number(value, 8));
    }

    private String constant(String name, int type, int[] shape, Bytes raw) {
        Proto tensor = new Proto();
        for (int dimension : shape) {
            tensor.number(1, dimension);
        }
        graph.message(5, tensor.number(2, type).text(8, name).bytes(9, raw));
        return name;
    }

    private static Proto info(String name, int type, boolean steps, int width) {
        Proto shape = new Proto();
        if (steps) {
            shape.message(1, new Proto().text(2, "steps"));
        }
        shape.message(1, new Proto().text(2, "batch"));
        if (width > 0) {
            shape.message(1, new Proto().number(1, width));
        }
        Proto tensor = new Proto().number(1, type).message(2, shape);
        return new Proto().text(1, name).message(2, new Proto().message(1, tensor));
    }

    /** The file. @param metadata name and value in turn */
    byte[] bytes(String name, List<String> metadata) {
        Proto model = new Proto().number(1, IR_VERSION).text(2, "Unrolled");
        model.message(7, nodes.append(graph).text(2, name));
        model.message(8, new Proto().text(1, "").number(2, OPSET));
        for (int i = 0; i < metadata.size(); i += 2) {
            model.message(14, new Proto().text(1, metadata.get(i)).text(2, metadata.get(i + 1)));
        }
        return model.toArray();
    }
}
