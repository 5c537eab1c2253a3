package unrolled.exchange;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import unrolled.lab.Lab;
import unrolled.lab.Labs;

/**
 * Sound files with faults put in: each is read, or refused in words; nothing else is thrown, and nothing of a size that
 * the file does not have is made. {@code -Dfuzz=1000000} tries as many.
 */
class FuzzTest {
    private static final int INPUTS = Integer.getInteger("fuzz", 20_000);
    private static final Lab LAB = Labs.float32(Labs.text("[{\"cell\": \"embedding\", \"size\": 2}, {\"cell\": \"gru\", \"hidden\": 2}]"));

    enum Format {
        SAFETENSORS, ONNX, KERAS;

        byte[] sound() {
            return switch (this) {
                case SAFETENSORS -> ModelFile.write(LAB);
                case ONNX -> Onnx.write(LAB);
                case KERAS -> new Safetensors(Map.of(), List.of(
                        new NamedArray("m/gru/gru_cell/kernel", new int[] {2, 6}, new float[12]),
                        new NamedArray("m/gru/gru_cell/recurrent_kernel", new int[] {2, 6}, new float[12]),
                        new NamedArray("m/gru/gru_cell/bias", new int[] {2, 6}, new float[12]),
                        new NamedArray("m/embedding/embeddings", new int[] {4, 2}, new float[8]),
                        new NamedArray("m/dense_1/kernel", new int[] {2, 4}, new float[8]))).bytes();
            };
        }

        void read(byte[] file) {
            Contents contents = Contents.read(file, this == KERAS ? ModelFile.Layout.KERAS : ModelFile.Layout.PYTORCH);
            StateDict dict = StateDict.of(LAB.preset().architecture());
            dict.weights(contents.tensors(dict.slots()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFaultyFileIsReadOrRefusedInWords(Format format) {
        byte[] sound = format.sound();
        format.read(sound);
        Random random = new Random(17);
        int refused = 0;
        for (int n = 0; n < INPUTS; n++) {
            byte[] file = faulty(sound, random);
            try {
                format.read(file);
            } catch (IllegalArgumentException e) {
                assertNotNull(e.getMessage());
                refused++;
            } catch (Throwable e) {
                throw new AssertionError(format + " input " + n + ": " + Arrays.toString(file), e);
            }
        }
        assertTrue(refused > INPUTS / 4, "faults must be met, only " + refused + " were");
    }

    /** A few bytes changed, left out, doubled or set to extremes, mostly where the structure stands. */
    private static byte[] faulty(byte[] sound, Random random) {
        byte[] file = sound.clone();
        for (int faults = 1 + random.nextInt(3); faults > 0 && file.length > 1; faults--) {
            int at = random.nextInt(random.nextBoolean() ? file.length : Math.min(file.length, 400));
            int length = Math.min(file.length - at, 1 + random.nextInt(8));
            switch (random.nextInt(6)) {
                case 0 -> file[at] = (byte) random.nextInt();
                case 1 -> file[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> file = Arrays.copyOf(file, at + 1);
                case 3 -> Arrays.fill(file, at, at + length, (byte) (random.nextBoolean() ? 0xff : 0));
                case 4 -> file = joined(Arrays.copyOf(file, at), Arrays.copyOfRange(file, at + length, file.length));
                default -> file = joined(Arrays.copyOf(file, at + length), Arrays.copyOfRange(file, at, file.length));
            }
        }
        return file;
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
