package unrolled.nn;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** An ONNX model of one node, every input fed at run time: the few protobuf fields of onnx.proto that this needs. */
final class OnnxModel {
    private static final int FLOAT = 1;                                     // TensorProto.DataType
    private static final int INT = 2;                                       // AttributeProto.AttributeType
    private static final int STRING = 3;
    private static final int INTS = 7;
    private static final int STRINGS = 8;

    private final Message node = new Message();
    private final Message graph = new Message();

    OnnxModel(String operator) {
        node.text(4, operator);
        graph.text(2, operator);
    }

    /** The next input; an empty name leaves an optional one out. */
    OnnxModel input(String name, long... shape) {
        node.text(1, name);
        if (!name.isEmpty()) {
            graph.message(11, valueInfo(name, shape));
        }
        return this;
    }

    OnnxModel output(String name) {
        node.text(2, name);
        graph.message(12, valueInfo(name));
        return this;
    }

    OnnxModel attribute(String name, long value) {
        node.message(5, new Message().text(1, name).number(3, value).number(20, INT));
        return this;
    }

    OnnxModel numbers(String name, long... values) {
        Message list = new Message().text(1, name);
        for (long value : values) {
            list.number(8, value);
        }
        node.message(5, list.number(20, INTS));
        return this;
    }

    OnnxModel word(String name, String value) {
        node.message(5, new Message().text(1, name).text(4, value).number(20, STRING));
        return this;
    }

    /** A list that holds the same word {@code n} times. */
    OnnxModel attribute(String name, int n, String value) {
        Message list = new Message().text(1, name);
        for (int i = 0; i < n; i++) {
            list.text(9, value);
        }
        node.message(5, list.number(20, STRINGS));
        return this;
    }

    byte[] bytes() {
        Message opset = new Message().text(1, "").number(2, 14);
        return new Message().number(1, 7).message(7, graph.message(1, node)).message(8, opset).bytes.toByteArray();
    }

    /** A float tensor; without a shape of any shape. */
    private static Message valueInfo(String name, long... shape) {
        Message tensor = new Message().number(1, FLOAT);
        if (shape.length > 0) {
            Message dimensions = new Message();
            for (long n : shape) {
                dimensions.message(1, new Message().number(1, n));
            }
            tensor.message(2, dimensions);
        }
        return new Message().text(1, name).message(2, new Message().message(1, tensor));
    }

    /** A protobuf message: a field is a varint of number · 8 + wire type, then a varint, or a length and bytes. */
    private static final class Message {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Message number(int field, long value) {
            varint(field << 3);
            varint(value);
            return this;
        }

        Message text(int field, String value) {
            return bytes(field, value.getBytes(StandardCharsets.UTF_8));
        }

        Message message(int field, Message value) {
            return bytes(field, value.bytes.toByteArray());
        }

        private Message bytes(int field, byte[] value) {
            varint(field << 3 | 2);
            varint(value.length);
            bytes.writeBytes(value);
            return this;
        }

        private void varint(long value) {
            long rest = value;
            while (rest >= 128) {
                bytes.write((int) (rest & 127 | 128));
                rest >>>= 7;
            }
            bytes.write((int) rest);
        }
    }
}
