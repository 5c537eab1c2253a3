package unrolled.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import unrolled.lab.Lab;
import unrolled.lab.Labs;
import unrolled.tensor.HeapMemory;
import unrolled.tensor.JavaKernels;

class ModelFileTest {
    private static final String LSTM = Labs.text("[{\"cell\": \"lstm\", \"hidden\": 3}]");

    private static List<String> ids() {
        return Labs.ids();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void everyPresetComesBackBitForBit(String id) {
        Lab lab = Labs.float32(Labs.preset(id));
        Lab again = empty();
        ModelFile.open(again, ModelFile.write(lab));
        assertArrayEquals(ModelFile.weights(lab), ModelFile.weights(again));
        assertArrayEquals(numbers(lab), numbers(again));
    }

    @Test
    void trainingGoesOnFromACheckpointAsIfItHadNotStopped() {
        Lab lab = Labs.float32(Labs.preset("hello-charlm"));
        lab.train(7);
        Lab again = empty();
        ModelFile.open(again, ModelFile.checkpoint(lab));
        assertEquals(7, again.updates());
        lab.train(5);
        again.train(5);
        assertArrayEquals(ModelFile.weights(lab), ModelFile.weights(again));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
        "[{'cell': 'lstm', 'hidden': 3}] | rnn.weight_ih_l0 [12, 4]; rnn.weight_hh_l0 [12, 3]; rnn.bias_ih_l0 [12]; rnn.bias_hh_l0 [12]; linear.weight [4, 3]; linear.bias [4]",
        "[{'cell': 'embedding', 'size': 2}, {'cell': 'gru', 'hidden': 3}, {'cell': 'dropout', 'drop': 0.1}, {'cell': 'gru', 'hidden': 3}] | embedding.weight [4, 2]; rnn.weight_ih_l0 [9, 2]; rnn.weight_hh_l0 [9, 3]; rnn.bias_ih_l0 [9]; rnn.bias_hh_l0 [9]; rnn.weight_ih_l1 [9, 3]; rnn.weight_hh_l1 [9, 3]; rnn.bias_ih_l1 [9]; rnn.bias_hh_l1 [9]; linear.weight [4, 3]; linear.bias [4]",
        "[{'cell': 'elman', 'hidden': 3}, {'cell': 'elman', 'hidden': 2}] | rnn.weight_ih_l0 [3, 4]; rnn.weight_hh_l0 [3, 3]; rnn.bias_ih_l0 [3]; rnn.bias_hh_l0 [3]; rnn2.weight_ih_l0 [2, 3]; rnn2.weight_hh_l0 [2, 2]; rnn2.bias_ih_l0 [2]; rnn2.bias_hh_l0 [2]; linear.weight [4, 2]; linear.bias [4]",
        "[{'cell': 'conv', 'width': 2, 'hidden': 3, 'pad': true}, {'cell': 'dense', 'hidden': 2}] | conv.weight [3, 4, 2]; conv.bias [3]; dense.weight [2, 3]; dense.bias [2]; linear.weight [4, 2]; linear.bias [4]"})
    void tensorsAreNamedAndShapedAsInPyTorch(String layers, String expected) {
        Lab lab = Labs.float32(Labs.text(layers.replace('\'', '"')));
        List<String> names = Safetensors.read(ModelFile.write(lab)).tensors().stream()
                .map(tensor -> tensor.name() + " " + NamedArray.shown(tensor.shape())).toList();
        assertEquals(expected, String.join("; ", names));
    }

    @Test
    void twoDirectionsAreOneModule() {
        Lab lab = Labs.float32(Labs.numbers("[{\"cell\": \"gru\", \"hidden\": 2, \"direction\": \"both\"}]", "linear", "every"));
        assertEquals("rnn.weight_ih_l0, rnn.weight_hh_l0, rnn.bias_ih_l0, rnn.bias_hh_l0, rnn.weight_ih_l0_reverse, "
                + "rnn.weight_hh_l0_reverse, rnn.bias_ih_l0_reverse, rnn.bias_hh_l0_reverse, linear.weight, linear.bias",
                String.join(", ", tensors(lab).stream().map(NamedArray::name).toList()));
    }

    /** Only what a GRU multiplies with r has a second bias of its own; all else of it is added to the first. */
    @Test
    void theSecondBiasIsAddedWhereOursHasOne() {
        Lab lab = Labs.float32(Labs.text("[{\"cell\": \"gru\", \"hidden\": 1}]"));
        List<NamedArray> tensors = tensors(lab);
        replace(tensors, "rnn.bias_ih_l0", 1, 2, 3);
        replace(tensors, "rnn.bias_hh_l0", 10, 20, 30);
        Lab again = empty();
        open(again, new Safetensors(Map.of(), tensors).bytes(), Labs.text("[{\"cell\": \"gru\", \"hidden\": 1}]"));
        assertEquals(11, again.trace().tensor("b").get(0));
        assertEquals(22, again.trace().tensor("b").get(1));
        assertEquals(3, again.trace().tensor("b").get(2));
        assertEquals(30, again.trace().tensor("bhn").get(0));
    }

    @Test
    void anEmbeddingIsARowASymbol() {
        Lab lab = Labs.float32(Labs.text("[{\"cell\": \"embedding\", \"size\": 2}]"));
        lab.set("We", 1, 7);                                            // first number of the second symbol
        assertEquals(7, tensors(lab).get(0).data()[2]);
    }

    @Test
    void aFileWithOneBiasOrNoneIsRead() {
        Lab lab = Labs.float32(LSTM);
        List<NamedArray> one = tensors(lab);
        one.removeIf(tensor -> tensor.name().contains("bias_hh"));
        open(empty(), new Safetensors(Map.of(), one).bytes(), LSTM);
        one.removeIf(tensor -> tensor.name().contains("rnn.bias"));
        Lab again = empty();
        open(again, new Safetensors(Map.of(), one).bytes(), LSTM);
        assertEquals(0, again.trace().tensor("b").get(0));
    }

    @ParameterizedTest
    @CsvSource({"lstm., fc.", "'', head.", "model.encoder., model.out."})
    void modulesOfOtherNamesAreKnownByTheirKind(String rnn, String linear) {
        Lab lab = Labs.float32(LSTM);
        List<NamedArray> tensors = tensors(lab);
        tensors.replaceAll(tensor -> new NamedArray(tensor.name().replace("rnn.", rnn).replace("linear.", linear),
                tensor.shape(), tensor.data()));
        Lab again = empty();
        open(again, new Safetensors(Map.of(), tensors).bytes(), LSTM.replace("\"seed\": 3", "\"seed\": 4"));
        assertArrayEquals(ModelFile.weights(lab), ModelFile.weights(again));
    }

    @Test
    void ofTwoModulesOfOneKindNoneIsGuessed() {
        String two = "[{\"cell\": \"dense\", \"hidden\": 2}]";
        List<NamedArray> tensors = tensors(Labs.float32(Labs.text(two)));
        tensors.replaceAll(tensor -> new NamedArray("m" + tensor.name(), tensor.shape(), tensor.data()));
        assertEquals("the file lacks dense.weight, which must have the shape [2, 4]; it holds mdense.weight, mdense.bias, "
                + "mlinear.weight, mlinear.bias", refused(new Safetensors(Map.of(), tensors).bytes(), Labs.text(two)));
    }

    @Test
    void aMismatchNamesTheTensorAndBothShapes() {
        String other = Labs.text("[{\"cell\": \"lstm\", \"hidden\": 4}]");
        byte[] file = new Safetensors(Map.of(), tensors(Labs.float32(LSTM))).bytes();
        assertEquals("rnn.weight_ih_l0 must have the shape [16, 4], got [12, 4]", refused(file, other));
        assertEquals("the file lacks rnn.weight_ih_l1, which must have the shape [12, 3]; it holds rnn.weight_ih_l0, "
                + "rnn.weight_hh_l0, rnn.bias_ih_l0, rnn.bias_hh_l0, linear.weight, linear.bias", refused(file,
                Labs.text("[{\"cell\": \"lstm\", \"hidden\": 3}, {\"cell\": \"lstm\", \"hidden\": 3}]")));
        assertEquals("the file holds linear.weight of shape [4, 3], for which this net has no place; its tensors are "
                + "rnn.weight_ih_l0, rnn.weight_hh_l0, rnn.bias_ih_l0, rnn.bias_hh_l0",
                refused(file, LSTM.replace(", \"output\": {\"kind\": \"softmax\"}", "")));
    }

    @Test
    void aWeightThatIsNoNumberIsRefused() {
        List<NamedArray> tensors = tensors(Labs.float32(LSTM));
        replace(tensors, "linear.bias", 1, 2, Float.NaN, 4);
        assertEquals("linear.bias[2] must be a finite number, got NaN",
                refused(new Safetensors(Map.of(), tensors).bytes(), LSTM));
    }

    @Test
    void weightsWithoutAPresetAreToldToNameOne() {
        byte[] file = new Safetensors(Map.of(), tensors(Labs.float32(LSTM))).bytes();
        assertEquals("the file holds weights but no preset that tells what they are the weights of: name one whose "
                + "architecture they fit", assertThrows(IllegalArgumentException.class,
                () -> ModelFile.open(empty(), file)).getMessage());
    }

    @Test
    void anotherVocabularyIsRefused() {
        byte[] file = ModelFile.write(Labs.float32(LSTM));
        assertEquals("the vocabulary of the file must be that of the preset, \"[\"w\",\"o\",\"r\",\"d\"]\", got "
                + "\"[\"h\",\"e\",\"l\",\"o\"]\"", refused(file, LSTM.replace("hello", "word")));
    }

    /** Of seed 5: whatever the shapes, names and sizes, what is written is read back. */
    @Test
    void randomNetsComeBack() {
        Random random = new Random(5);
        String[] cells = {"elman", "gru", "lstm"};
        for (int n = 0; n < 60; n++) {
            List<String> layers = new ArrayList<>();
            for (int l = random.nextInt(4); l >= 0; l--) {
                layers.add("{\"cell\": \"" + cells[random.nextInt(3)] + "\", \"hidden\": " + (1 + random.nextInt(3))
                        + ", \"direction\": \"" + (random.nextBoolean() ? "both" : "forward") + "\"}");
            }
            String json = Labs.numbers(layers.toString(), "linear", "every");
            Lab again = empty();
            open(again, new Safetensors(Map.of(), tensors(Labs.float32(json))).bytes(), json);
            assertArrayEquals(ModelFile.weights(Labs.float32(json)), ModelFile.weights(again), json);
        }
    }

    private static void replace(List<NamedArray> tensors, String name, float... data) {
        tensors.replaceAll(tensor -> tensor.name().equals(name) ? new NamedArray(name, tensor.shape(), data) : tensor);
    }

    private static List<NamedArray> tensors(Lab lab) {
        return new ArrayList<>(Safetensors.read(ModelFile.write(lab)).tensors());
    }

    private static String refused(byte[] file, String preset) {
        return assertThrows(IllegalArgumentException.class, () -> open(empty(), file, preset)).getMessage();
    }

    private static void open(Lab lab, byte[] file, String preset) {
        ModelFile.open(lab, file, preset, ModelFile.Layout.PYTORCH);
    }

    private static Lab empty() {
        return new Lab(HeapMemory::float32, new JavaKernels());
    }

    /** What the last layer, or the head, came to on the first example. */
    private static double[] numbers(Lab lab) {
        String name = lab.trace().entry("y") != null ? "y" : lab.preset().architecture().output(lab.preset().architecture().top());
        double[] numbers = new double[lab.trace().tensor(name).size()];
        Arrays.setAll(numbers, lab.trace().tensor(name)::get);
        return numbers;
    }
}
