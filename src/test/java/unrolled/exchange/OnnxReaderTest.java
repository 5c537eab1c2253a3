package unrolled.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import unrolled.lab.Lab;
import unrolled.lab.Labs;
import unrolled.tensor.HeapMemory;
import unrolled.tensor.JavaKernels;

/** Files that were written, read back. */
class OnnxReaderTest {

    @ParameterizedTest
    @MethodSource("unrolled.exchange.OnnxTest#exportable")
    void everyPresetComesBackBitForBit(String id) {
        Lab lab = Labs.float32(Labs.preset(id));
        if (!lab.preset().clamps().isEmpty()) {
            return;
        }
        Lab again = empty();
        ModelFile.open(again, Onnx.write(lab));
        assertArrayEquals(ModelFile.weights(lab), ModelFile.weights(again));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
        "{'cell': 'gru', 'hidden': 3, 'reset': 'before', 'direction': 'both'} | every",
        "{'cell': 'gru', 'hidden': 3, 'initial': 'learned'}, {'cell': 'gru', 'hidden': 3} | last",
        "{'cell': 'lstm', 'hidden': 3, 'initial': 'learned'}, {'cell': 'lstm', 'direction': 'both', 'hidden': 2} | mean",
        "{'cell': 'elman', 'hidden': 3, 'direction': 'both'} | attention",
        "{'cell': 'conv', 'width': 2, 'hidden': 3, 'flip': true}, {'cell': 'dense', 'hidden': 3} | last",
        "{'cell': 'window', 'before': 1, 'after': 2}, {'cell': 'dense', 'hidden': 3} | every"})
    void everyKindOfLayerComesBack(String layers, String at) {
        String json = Labs.numbers("[" + layers.replace('\'', '"') + "]", "sigmoid", at);
        Lab lab = Labs.float32(json);
        Random random = new Random(4);
        double[] saved = lab.save();
        for (int i = 1; i <= ModelFile.weights(lab).length; i++) {
            saved[i] = (float) random.nextGaussian();
        }
        lab.restore(json, saved);
        Lab again = empty();
        ModelFile.open(again, Onnx.write(lab));
        assertArrayEquals(ModelFile.weights(lab), ModelFile.weights(again));
    }

    @Test
    void aGruOfTheOtherKindIsRefused() {
        String after = Labs.text("[{\"cell\": \"gru\", \"hidden\": 3}]");
        assertEquals("the net's GRU must reset as that of the file, before the product with Wh, got after",
                refused(Onnx.write(Labs.float32(after.replace("\"hidden\"", "\"reset\": \"before\", \"hidden\""))), after));
    }

    @Test
    void whatIsCutOffIsRefused() {
        byte[] file = Onnx.write(Labs.float32(Labs.preset("hello-figure")));
        for (int length = 9; length < file.length; length += 7) {
            byte[] cut = Arrays.copyOf(file, length);
            assertThrows(IllegalArgumentException.class, () -> ModelFile.open(empty(), cut), "cut at " + length);
        }
    }

    private static String refused(byte[] file, String preset) {
        return assertThrows(IllegalArgumentException.class,
                () -> ModelFile.open(empty(), file, preset, ModelFile.Layout.PYTORCH)).getMessage();
    }

    private static Lab empty() {
        return new Lab(HeapMemory::float32, new JavaKernels());
    }
}
