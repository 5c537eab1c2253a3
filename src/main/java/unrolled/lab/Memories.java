package unrolled.lab;

import java.util.List;
import java.util.function.Supplier;
import unrolled.tensor.Memory;

/** Where a lab's experiments get their memory from. */
public interface Memories {

    /** An empty memory. */
    Memory take();

    /** All others that were taken are no longer used. */
    void keep(List<Memory> used);

    /** A new one every time, and the collector of garbage sees to the rest. */
    static Memories of(Supplier<Memory> supplier) {
        return new Memories() {
            @Override
            public Memory take() {
                return supplier.get();
            }

            @Override
            public void keep(List<Memory> used) { }
        };
    }
}
