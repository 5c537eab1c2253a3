package unrolled.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class TensorTest {
    private final Memory memory = HeapMemory.float32();

    @Test
    void viewsShareTheNumbers() {
        Tensor tensor = Tensor.matrix(memory, 4, 5);
        Tensor view = tensor.rows(1, 2).columns(2, 3);
        view.set(4, 7);                                                     // second row, second column
        assertEquals(7, tensor.get(2, 3));
        assertEquals(7, view.row(1).get(1));
        assertArrayEquals(new int[] {2, 3}, view.shape());
        assertArrayEquals(new int[] {3}, view.row(1).shape());
    }

    @Test
    void fillingAViewLeavesWhatLiesAround() {
        Tensor tensor = Tensor.matrix(memory, 3, 3);
        tensor.rows(1, 1).columns(1, 1).fill(5);
        assertEquals(5, tensor.get(4));
        assertEquals(0, tensor.get(3) + tensor.get(5) + tensor.get(1) + tensor.get(7));
    }

    @Test
    void aViewOutsideTheTensorSaysWhatItGot() {
        Tensor tensor = Tensor.matrix(memory, 3, 3);
        Exception exception = assertThrows(IllegalArgumentException.class, () -> tensor.rows(2, 2));
        assertEquals("rows must lie in 0..3, got 2..4", exception.getMessage());
    }

    @Test
    void claimsAreContiguousAndOutliveGrowth() {
        Tensor first = Tensor.vector(memory, 3);
        first.set(2, 0.5);
        Tensor second = Tensor.vector(memory, 100_000);
        assertEquals(first.offset + 3, second.offset);
        assertEquals(100_003, memory.size());
        assertEquals(0.5, first.get(2));
        assertEquals(0, second.get(99_999));
    }

    @Test
    void float32RoundsAndFloat64DoesNot() {
        Tensor single = Tensor.vector(memory, 1);
        Tensor twice = Tensor.vector(HeapMemory.float64(), 1);
        single.set(0, 0.1);
        twice.copyFrom(single);
        assertEquals(0.1f, twice.get(0));
        twice.set(0, 0.1);
        assertEquals(0.1, twice.get(0));
    }
}
