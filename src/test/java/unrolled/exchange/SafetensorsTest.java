package unrolled.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsTest {
    private static final String TWO = "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}";

    @Test
    void whatIsWrittenIsReadBackBitForBit() {
        float[] odd = {1, -0f, Float.MIN_VALUE, Float.NaN, Float.NEGATIVE_INFINITY, 0.1f};
        Safetensors read = Safetensors.read(new Safetensors(Map.of("preset", "{\"é𝄞\"}"),
                List.of(new NamedArray("a", new int[] {2, 3}, odd), new NamedArray("s", new int[] {}, new float[] {4}),
                        new NamedArray("none", new int[] {0, 5}, new float[0]))).bytes());
        assertEquals(Map.of("preset", "{\"é𝄞\"}"), read.metadata());
        assertEquals(List.of("a", "s", "none"), read.tensors().stream().map(NamedArray::name).toList());
        assertArrayEquals(new int[] {2, 3}, read.tensors().get(0).shape());
        assertArrayEquals(bits(odd), bits(read.tensors().get(0).data()));
    }

    @Test
    void theHeaderIsAlignedAndLaysOutTensorsAsTheFormatSays() {
        byte[] file = new Safetensors(Map.of(), List.of(new NamedArray("a", new int[] {2}, new float[] {1, 2}))).bytes();
        ByteBuffer buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        long length = buffer.getLong();
        assertEquals(0, length % 8);
        assertEquals(TWO, new String(file, 8, (int) length, StandardCharsets.UTF_8).strip());
        assertEquals(2, buffer.getFloat(8 + (int) length + 4));
    }

    /** The values of the bits as IEEE 754 and the bfloat16 format define them. */
    @ParameterizedTest
    @CsvSource({"F16, 0x3c00, 1", "F16, 0xc000, -2", "F16, 0x7bff, 65504", "F16, 0x0001, 5.9604645E-8",
        "F16, 0x8000, -0.0", "F16, 0x3555, 0.33325195", "F16, 0x7c00, Infinity", "F16, 0x7e00, NaN",
        "BF16, 0x3f80, 1", "BF16, 0xc0a0, -5", "BF16, 0xff80, -Infinity"})
    void shortFloatsAreConverted(String dtype, String bits, float expected) {
        byte[] file = file("{\"a\":{\"dtype\":\"" + dtype + "\",\"shape\":[1],\"data_offsets\":[0,2]}}", 2);
        int value = Integer.decode(bits);
        file[file.length - 2] = (byte) value;
        file[file.length - 1] = (byte) (value >> 8);
        assertEquals(expected, Safetensors.read(file).tensors().get(0).data()[0]);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "[1] | 8 | the header must begin with {: this is no safetensors file",
        "{} | 4 | the numbers must end with the file, 4 bytes after the header, got tensors up to 0",
        "{\"a\" | 0 | the header must be JSON: Unexpected end of input at 1:5",
        "{\"a\":1} | 0 | \"a\" must be an object, got 1",
        "{\"__metadata__\":{\"a\":1}} | 0 | __metadata__.a must be a string, got 1",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,9]}} | 8 | \"a\".data_offsets must hold whole numbers 0..8, got 9",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8,0]}} | 8 | \"a\".data_offsets must span 8 bytes for F32 of shape [2], got 8..0",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,8]}} | 8 | \"a\".data_offsets must span 12 bytes for F32 of shape [3], got 0..8",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1.5],\"data_offsets\":[0,8]}} | 8 | \"a\".shape must hold whole numbers 0..2147483647, got 1.5",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[65536,65536],\"data_offsets\":[0,8]}} | 8 | \"a\".shape must not come to more than 8 bytes, which is all the file has, got [65536,65536]",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},\"b\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}} | 8 | \"b\".data_offsets must begin at 4, where the numbers before it end, got 0",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}} | 8 | \"a\".data_offsets must begin at 0, where the numbers before it end, got 4",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}} | 8 | \"a\" must stand in the header once, got it twice",
        "{\"a\":{\"dtype\":\"F32\",\"data_offsets\":[0,4]}} | 4 | \"a\".shape must be an array of whole numbers, got null",
        "{\"a\":{\"dtype\":\"I64\",\"shape\":[1],\"data_offsets\":[0,8]}} | 8 | \"a\".dtype must be F32, F16 or BF16, got \"I64\": whole numbers are indices or quantised weights, and the scale that would make weights of them is not in the file",
        "{\"a\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,8]}} | 8 | \"a\".dtype must be F32, F16 or BF16, got \"F64\": this core computes in float32, so convert the weights to it first",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4],\"x\":1}} | 4 | \"a\" must hold dtype, shape and data_offsets once each, got \"x\""})
    void aLyingHeaderIsRefused(String header, int bytes, String message) {
        assertEquals(message, refused(file(header, bytes)));
    }

    @Test
    void aHeaderLongerThanTheFileIsRefused() {
        byte[] file = file(TWO, 8);
        file[3] = (byte) 0x80;
        assertEquals("the header must have 2..62 bytes in a safetensors file of 70 bytes, got 2147483702", refused(file));
        file[7] = (byte) 0x80;
        assertEquals("the header must have 2..62 bytes in a safetensors file of 70 bytes, got more than 2^63", refused(file));
        assertEquals("a safetensors file must begin with the 8 bytes of its header's length, got 3 bytes in all",
                refused(new byte[3]));
    }

    @Test
    void aHeaderThatIsNotUtf8IsRefused() {
        byte[] file = file(TWO, 8);
        file[10] = (byte) 0xff;
        assertEquals("the header must be UTF-8", refused(file));
    }

    @Test
    void everyTruncationIsRefused() {
        byte[] file = file(TWO, 8);
        for (int length = 0; length < file.length; length++) {
            byte[] some = java.util.Arrays.copyOf(file, length);
            assertThrows(IllegalArgumentException.class, () -> Safetensors.read(some), "of " + length + " bytes");
        }
    }

    /** Of seed 11: files with a few bytes or pieces changed are read or refused, never anything else. */
    @Test
    void changedFilesAreReadOrRefusedInBoundedTime() {
        byte[] whole = new Safetensors(Map.of("format", "pt"), List.of(
                new NamedArray("rnn.weight_ih_l0", new int[] {4, 2}, new float[8]),
                new NamedArray("rnn.bias_ih_l0", new int[] {4}, new float[4]))).bytes();
        String[] pieces = {"2147483647", "-1", "1e300", "[[[[", "{\"", "\"F16\"", "\"I8\"", "\\u0000", "[]", "null", "0"};
        Random random = new Random(11);
        int refused = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> IntStream.range(0, 200_000).map(n -> {
            byte[] file = whole.clone();
            for (int change = random.nextInt(4); change >= 0; change--) {
                byte[] piece = random.nextBoolean() ? new byte[] {(byte) random.nextInt()}
                        : pieces[random.nextInt(pieces.length)].getBytes(StandardCharsets.US_ASCII);
                int at = random.nextInt(file.length);
                System.arraycopy(piece, 0, file, at, Math.min(piece.length, file.length - at));
            }
            byte[] some = random.nextInt(4) == 0 ? java.util.Arrays.copyOf(file, random.nextInt(file.length + 64)) : file;
            try {
                Safetensors.read(some);
                return 0;
            } catch (IllegalArgumentException e) {
                assertTrue(e.getMessage().indexOf('\n') < 0 && e.getMessage().length() < 500, e.getMessage());
                return 1;
            }
        }).sum());
        assertTrue(refused > 100_000, refused + " were refused");
    }

    private static String refused(byte[] file) {
        return assertThrows(IllegalArgumentException.class, () -> Safetensors.read(file)).getMessage();
    }

    private static byte[] file(String header, int bytes) {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + text.length + bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(text.length).put(text)
                .array();
    }

    private static int[] bits(float[] numbers) {
        return IntStream.range(0, numbers.length).map(i -> Float.floatToRawIntBits(numbers[i])).toArray();
    }
}
