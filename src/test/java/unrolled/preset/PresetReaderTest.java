package unrolled.preset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong with a preset is said with its place, the rule and the value. */
class PresetReaderTest {
    private static final String MODEL = "'model': {'layers': [{'cell': 'lstm', 'hidden': 2}], 'output': {'kind': 'softmax'}}";
    private static final String TEXT = "'title': 't', 'data': {'texts': ['hello']}, ";

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{,} | a preset must be JSON: Expected name at 1:2",
        "[] | a preset must be an object {…}, got []",
        "{} | title must be given",
        "{'title': 3} | title must be a text in quotes, got 3",
        "{'title': 't'} | data must be given",
        "{'title': 't', 'data': {}} | data must hold one of texts, tokens, inputs, sequences, labelled, tagged, pairs, task, got none of them",
        "{'title': 't', 'data': {'texts': ['hello']}} | model must be given",
        "{TEXT 'model': {'layers': []}} | model.layers must hold 1..8 layers, got 0",
        "{TEXT 'model': {'layers': [{'hidden': 0}]}} | model.layers[0].hidden must be 1..512, got 0",
        "{TEXT 'model': {'layers': [{'hidden': 100000}]}} | model.layers[0].hidden must be 1..512, got 100000",
        "{TEXT 'model': {'layers': [{'hidden': 2.5}]}} | model.layers[0].hidden must be a whole number, got 2.5",
        "{TEXT 'model': {'layers': [{'cell': 'lsmt'}]}} | model.layers[0].cell must be elman or jordan or gru or lstm or embedding or window or dense or conv or dropout, got `lsmt`",
        "{TEXT 'model': {'layers': [{'cell': 'gru', 'activation': 'tanh'}]}} | model.layers[0].activation is not known here; known are cell, direction, hidden, initial, reset",
        "{TEXT 'model': {'layers': [{'cell': 'jordan'}]}} | model.layers[0].cell must not be jordan without an output at every step, which it feeds back",
        "{TEXT 'model': {'layers': [{'cell': 'jordan'}, {}], 'output': {}}} | model.layers[0].cell must not be jordan below another layer: it feeds the output back, which only the last layer reaches",
        "{TEXT 'model': {'layers': [{}], 'output': {'loss': 'meanSquare'}}} | model.output.loss must be crossEntropy, got `meanSquare`",
        "{'title': 't', 'data': {'inputs': [1], 'targets': [1]}, 'model': {'layers': [{}], 'output': {'loss': 'half'}}} | model.output.loss must be meanSquare or halfSquareSum, got `half`",
        "{'title': 't', 'data': {'inputs': [1], 'targets': [1]}, 'model': {'layers': [{'cell': 'jordan', 'hidden': 2}], 'output': {}}, 'state': {'y0': [1, 2]}} | state.y0 must hold 1 numbers, got 2",
        "{TEXT 'model': {'layers': [{'cell': 'gru', 'direction': 'reverse'}]}} | model.layers[0].direction must be forward or both, got `reverse`",
        "{'title': 't', 'data': {'inputs': [1], 'targets': [1]}, 'model': {'layers': [{'cell': 'jordan', 'direction': 'both'}], 'output': {}}} | model.layers[0].direction must be forward for jordan, whose output is not there before time has run, got `both`",
        "{TEXT 'model': {'layers': [{'direction': 'both'}], 'output': {}}} | model.layers[0].direction must be forward where the data are texts: reading back would show the net the symbols it is to predict, got `both`",
        "{TEXT 'model': {'layers': [{'cell': 'lstm'}, {'cell': 'embedding'}]}} | model.layers[1].cell must not be embedding above another layer: it stands for the symbols themselves",
        "{'title': 't', 'data': {'inputs': [1, 2]}, 'model': {'layers': [{'cell': 'embedding'}]}} | model.layers[0].cell must not be embedding where the data are numbers: it stands for symbols",
        "{TEXT 'model': {'layers': [{'cell': 'embedding', 'size': 0}]}} | model.layers[0].size must be 1..512, got 0",
        "{TEXT 'model': {'layers': [{'cell': 'embedding', 'hidden': 3}]}} | model.layers[0].hidden is not known here; known are cell, size",
        "{TEXT 'model': {'layers': [{'cell': 'window', 'after': 1}], 'output': {}}} | model.layers[0].after must be 0 where the net writes on: looking ahead would show it the symbols it is to predict, got 1",
        "{TEXT 'model': {'layers': [{'cell': 'window', 'before': 33}]}} | model.layers[0].before must be 0..32, got 33",
        "{TEXT 'model': {'layers': [{'cell': 'window'}, {'cell': 'dense'}, {'cell': 'window'}]}} | model.layers[2].cell must not be window twice: one can be as wide as both",
        "{TEXT 'model': {'layers': [{'cell': 'dense', 'hidden': 512}, {'cell': 'window', 'before': 8}]}} | model.layers[1] must join at most 4096 numbers, got 4608",
        "{TEXT 'model': {'layers': [{'cell': 'dense', 'direction': 'both'}]}} | model.layers[0].direction is not known here; known are activation, cell, hidden",
        "{TEXT 'model': {'layers': [{'cell': 'conv', 'pad': 1}]}} | model.layers[0].pad must be true or false, got 1",
        "{TEXT 'model': {'layers': [{'cell': 'conv'}], 'output': {}}} | model.output.at must be last above a convolution without padding, whose first steps are empty, got `every`; or set pad to true",
        "{TEXT 'model': {'layers': [{'cell': 'conv'}, {'cell': 'gru'}]}} | model.layers[1].cell must not be gru above a convolution without padding: its first steps would have nothing to read. Set pad to true",
        "{TEXT 'model': {'layers': [{'cell': 'conv'}, {'cell': 'conv'}, {'cell': 'dense'}]}} | model.layers[1].width must leave a step of 4, got a first one at step 5",
        "{TEXT 'model': {'layers': [{'cell': 'dropout'}]}} | model.layers[0].cell must not be dropout first: it drops what a layer hands up",
        "{TEXT 'model': {'layers': [{}, {'cell': 'dropout'}, {'cell': 'dropout'}]}} | model.layers[2].cell must not be dropout twice in a row: one does it",
        "{TEXT 'model': {'layers': [{}, {'cell': 'dropout', 'drop': 1}]}} | model.layers[1].drop must be below 1, got 1: it would leave nothing, and what is kept is enlarged by 1/(1 − drop)",
        "{TEXT 'model': {'layers': [{}, {'cell': 'dropout', 'drop': -0.1}]}} | model.layers[1].drop must be 0..1, got -0.1",
        "{TEXT 'model': {'layers': [{}], 'output': {'at': 'mean'}}} | model.output.at must be every where the data are texts, got mean",
        "{'title': 't', 'data': {'inputs': [1, 2], 'targets': [1, 2]}, 'model': {'layers': [{}], 'output': {'at': 'max'}}} | data.targets must hold 1 for output at max of 2 steps, got 2",
        "{'title': 't', 'data': {'inputs': [1, 2], 'targets': [1]}, 'model': {'layers': [{}], 'output': {'at': 'mean'}}, 'training': {'truncate': 1}} | training.truncate must be 0 for a net that reads the whole sequence before it answers, got 1",
        "{TEXT MODEL, 'wieghts': {}} | wieghts is not known here; known are checks, clamps, count, data, decoding, discussion, group, hints, lesson, model, ngram, quiz, seed, source, state, task, title, training, version, view, weights",
        "{TEXT MODEL, 'seed': 1, 'seed': 2} | seed must stand there once, got it twice",
        "{TEXT MODEL, 'version': 2} | version must be 1..1, got 2",
        "{TEXT MODEL, 'weights': {'Wy': [[1, 2]]}} | weights.Wy must be 4 × 2, got 1 × 2",
        "{TEXT MODEL, 'weights': {'Wy': [[1, 2], [3], [4, 5], [6, 7]]}} | weights.Wy[1] must have 2 numbers as the rows before it, got 1",
        "{TEXT MODEL, 'weights': {'by': [1, 2, 3, 1e39]}} | weights.by[3] must be a finite number that float32 can hold, got 1e39",
        "{TEXT MODEL, 'weights': {'by': [1, 2, 3, NaN]}} | a preset must be JSON: Expected value at AT",
        "{TEXT MODEL, 'weights': {'b': [0, 0, 0, 0, 0, 0, 0, 0], 'b.f': [1, 1]}} | weights.b.f must not stand beside b, of which it is a part",
        "{TEXT MODEL, 'weights': {'Wz': []}} | weights.Wz is not known here; known are Wh, Wh.f, Wh.g, Wh.i, Wh.o, Wx, Wx.f, Wx.g, Wx.i, Wx.o, Wy, b, b.f, b.g, b.i, b.o, by",
        "{TEXT MODEL, 'state': {'h0': [1]}} | state.h0 must hold 2 numbers, got 1",
        "{TEXT MODEL, 'training': {'learningRate': -1}} | training.learningRate must be 0..100, got -1",
        "{TEXT MODEL, 'decoding': {'prime': 'x'}} | decoding.prime must be made of the vocabulary helo, got `x`",
        "{TEXT MODEL, 'decoding': {'prime': ''}} | decoding.prime must have 1..256 symbols, got 0",
        "{'title': 't', 'data': {'texts': ['']}, MODEL} | data.texts[0] must have 2..20000 symbols, got 0 (``)",
        "{'title': 't', 'data': {'texts': ['a']}, MODEL} | data.texts[0] must have 2..20000 symbols, got 1 (`a`)",
        "{'title': 't', 'data': {'texts': ['ab'], 'vocabulary': ['a']}, MODEL} | data.texts[0] must be made of the vocabulary, got `b` at position 2",
        "{'title': 't', 'data': {'inputs': [[1], [2, 3]]}, MODEL} | data.inputs[1] must have 1 numbers as the rows before it, got 2",
        "{'title': 't', 'data': {'inputs': [1, 2]}, MODEL} | model.output.size must be given where the data have no targets",
        "{'title': 't', 'data': {'inputs': [1, 2], 'targets': [1]}, 'model': {'layers': [{}], 'output': {}}} | data.targets must hold 2 for output at every of 2 steps, got 1",
    })
    void errorsNameThePlaceTheRuleAndTheValue(String json, String message) {
        String preset = json.replace("TEXT ", TEXT).replace("MODEL", MODEL).replace('\'', '"');
        String expected = message.replace('`', '"').replace("AT", "1:" + (preset.indexOf("NaN") + 1));
        assertEquals(expected, refused(preset));
    }

    @Test
    void aTextOfAHundredThousandSymbolsIsRefusedInOneLine() {
        String json = ("{" + TEXT + MODEL + "}").replace('\'', '"').replace("hello", "ab".repeat(50_000));
        assertEquals("data.texts[0] must have 2..20000 symbols, got 100000 (\"" + "ab".repeat(20) + "…\")", refused(json));
    }

    @Test
    void emojiAndCombiningMarksAreSymbolsByCodePoint() {
        String json = ("{" + TEXT + MODEL + "}").replace('\'', '"').replace("hello", "👋🏽e\u0301");
        assertEquals(List.of("👋", "🏽", "e", "\u0301"), PresetReader.read(json).data().vocabulary().symbols());
    }

    @Test
    void deepNestingIsRefused() {
        assertEquals("a preset must be JSON: Nesting too deep at 1:1002", refused("[".repeat(100_000)));
    }

    private static String refused(String json) {
        return assertThrows(IllegalArgumentException.class, () -> PresetReader.read(json)).getMessage();
    }
}
