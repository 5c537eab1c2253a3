package unrolled.exchange;

import java.util.ArrayList;
import java.util.List;

/** A constant of an ONNX graph: its name, and its numbers or why they cannot be read as weights. */
record OnnxConstant(String name, NamedArray numbers, String reason) {
    private static final int INTEGERS = 7;                      // TensorProto.DataType
    private static final int MOST_DIMENSIONS = 8;

    /** @param output the name by which the graph knows it, or empty for its own */
    static OnnxConstant read(ProtoReader reader, String output) {
        String name = output;
        List<Integer> dimensions = new ArrayList<>();
        int type = 0;
        List<float[]> parts = new ArrayList<>();
        ProtoReader raw = null;
        boolean external = false;
        while (reader.next()) {
            switch (reader.field()) {
                case 1 -> dimensions(reader.numbers(), dimensions);
                case 2 -> type = (int) reader.number();
                case 4 -> parts.add(reader.numbers(Dtype.F32));
                case 8 -> name = output.isEmpty() ? reader.text() : output;
                case 9 -> raw = reader.message();
                case 14 -> external = reader.number() != 0;
                default -> { }                              // whole numbers are no weights
            }
        }
        Dtype dtype = type == 1 ? Dtype.F32 : type == 10 ? Dtype.F16 : type == 16 ? Dtype.BF16 : null;
        if (external || dtype == null) {
            return new OnnxConstant(name, null, external ? "its numbers are in another file: save the model as one"
                    : "its numbers must be float32, float16 or bfloat16, got the type " + type
                    + (type == INTEGERS ? ", which is int64" : type == 11 ? ", which is float64" : ""));
        }
        if (raw != null) {
            parts.add(raw.all(dtype));
        }
        int[] shape = new int[dimensions.size()];
        long size = 1;
        for (int i = 0; i < shape.length; i++) {
            shape[i] = dimensions.get(i);
            size *= shape[i];                               // 2^31 · 2^31 still fits
            size = Math.min(size, Integer.MAX_VALUE + 1L);
        }
        float[] data = joined(parts);
        if (size != data.length) {
            throw new IllegalArgumentException("the constant " + SafetensorsReader.shown(name) + " of shape "
                    + NamedArray.shown(shape) + " must hold as many numbers, got " + data.length);
        }
        return new OnnxConstant(name, new NamedArray(name, shape, data), "");
    }

    private static void dimensions(long[] more, List<Integer> dimensions) {
        for (long dimension : more) {
            if (dimension < 0 || dimension > Integer.MAX_VALUE || dimensions.size() == MOST_DIMENSIONS) {
                throw new IllegalArgumentException("a constant must have at most " + MOST_DIMENSIONS
                        + " dimensions of 0.." + Integer.MAX_VALUE + ", got " + (dimensions.size() + 1) + " or "
                        + dimension);
            }
            dimensions.add((int) dimension);
        }
    }

    private static float[] joined(List<float[]> parts) {
        int size = 0;
        for (float[] part : parts) {
            size += part.length;
        }
        float[] all = new float[size];
        int at = 0;
        for (float[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }
}
